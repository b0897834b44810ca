// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static ee.idempotency.jaxrs.internal.fingerprint.Prints.content;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.isComparedAsBytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Bytes;
import ee.idempotency.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K6")
class ContentFingerprintTest {

    private static final byte[] DOCUMENT = "{ \"a\" : 1 }".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON ; charset=\"UTF-8\"",
                "application/json;charset=utf-8;",
                "text/json",
                "application/vnd.bank+json;v=1"
            })
    void jsonIsKnownByItsType(String contentType) {
        assertThat(isComparedAsBytes(contentType, DOCUMENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json-seq",
                "application/x-ndjson",
                "application/json;charset=utf-16",
                "application/json;charset=",
                "application/json;a=1;A=2",
                "application/json;a",
                "application/json,text/json",
                "application/json;a=\"",
                "",
                ";",
                "application/octet-stream"
            })
    void anyOtherTypeIsComparedAsBytes(String contentType) {
        assertThat(isComparedAsBytes(contentType, DOCUMENT)).isTrue();
    }

    @Test
    void noTypeAtAllIsComparedAsBytes() {
        assertThat(content(JsonSelection.ALL, null, DOCUMENT)).isEqualTo(Prints.raw(null, DOCUMENT));
    }

    @Test
    void theTypeIsComparedWithoutWhatMeansNothing() {
        assertThat(content("Application/JSON; Charset=\"UTF-8\"", "1")).isEqualTo(content("application/json", "1.0"));
        assertThat(content("application/a+json;q=1; v=\"2\"", "1"))
                .isEqualTo(content("application/a+json;V=2;Q=1", "1"));
        assertThat(List.of(
                        content("application/json", "1"),
                        content("text/json", "1"),
                        content("application/json;v=2", "1"),
                        content("application/json;v=3", "1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theRestOfTheRequestIsComparedAsEver() {
        assertThat(List.of(
                        request("POST", "/o/{id}", "/o/1", "a=1"),
                        request("PUT", "/o/{id}", "/o/1", "a=1"),
                        request("POST", "/o/{no}", "/o/1", "a=1"),
                        request("POST", "/o/{id}", "/o/2", "a=1"),
                        request("POST", "/o/{id}", "/o/1", "a=2"),
                        request("POST", "/o/{id}", "/o/1", null)))
                .doesNotHaveDuplicates();
        assertThat(request("POST", "/o", "/o", "b=2&a=1")).isEqualTo(request("POST", "/o", "/o", "a=1&b=2"));
    }

    private static Fingerprint request(String method, String template, String path, String query) {
        return new ContentFingerprint(JsonSelection.ALL)
                .of(new RequestContent(
                        "", method, template, path, query, "application/json", List.of(), Bytes.of(DOCUMENT)));
    }

    @Test
    void aBodyIsNeverEqualToOneOfAnotherKind() {
        byte[] canonical = {'n', 0, 0, 0, 1, '1'};

        assertThat(List.of(
                        content("application/json", "1"),
                        content("application/x-www-form-urlencoded", "1"),
                        content("multipart/form-data;boundary=b", "--b\r\n\r\n\r\n1\r\n--b--"),
                        content("text/plain", "1"),
                        Prints.json("1", JsonSelection.of(List.of("/a"), List.of())),
                        Prints.raw("application/json", canonical),
                        Prints.raw("application/json", "1".getBytes(UTF_8))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBodyThatIsTooLargeIsComparedAsBytes() {
        byte[] largest = (" ".repeat(ContentFingerprint.MAX_BODY - 1) + "1").getBytes(UTF_8);
        byte[] larger = (" ".repeat(ContentFingerprint.MAX_BODY) + "1").getBytes(UTF_8);

        assertThat(isComparedAsBytes("application/json", largest)).isFalse();
        assertThat(isComparedAsBytes("application/json", larger)).isTrue();
    }

    @Test
    @Requirement("H21")
    void aCompressedBodyIsComparedAsItsBytes() {
        RequestContent compressed = new RequestContent(
                "",
                "POST",
                "/o",
                "/o",
                null,
                "application/json",
                List.of(new ComparedHeader("content-encoding", "gzip")),
                Bytes.of(DOCUMENT));

        assertThat(new ContentFingerprint(JsonSelection.ALL).of(compressed)).isEqualTo(RequestDigest.raw(compressed));
    }
}
