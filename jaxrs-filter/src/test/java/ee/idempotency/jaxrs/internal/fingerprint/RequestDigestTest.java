// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Bytes;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Requirement("K6")
class RequestDigestTest {

    private static final byte[] BODY = "{\"amount\":1}".getBytes(UTF_8);
    private static final String JSON = "application/json;charset=utf-8";

    /** Changed on purpose: application and headers are part of it since they are compared. */
    @Test
    void requestsHaveThePinnedEncoding() {
        assertThat(request("POST", "/orders/{id}", "/orders/1", "b=2&a=1", JSON, BODY))
                .hasToString("v1:11d2a356d2a6fdf5e1962f2ecce096fc07339a5d9badf3007a389d2b93bf9a09");
        assertThat(request("POST", "/orders", "/orders", null, null, new byte[0]))
                .hasToString("v1:8f108155cd92fde6e9e43a3463c00cd2145dd1702478cd9d5756e0f1bdc5ec39");
        assertThat(RequestDigest.raw(new RequestContent(
                        "v1",
                        "PUT",
                        "/o",
                        "/o",
                        null,
                        null,
                        List.of(new ComparedHeader("if-match", "\"a\"")),
                        Bytes.EMPTY)))
                .hasToString("v1:af6a50fa5696d76590416c0b8aa18efa0c50ef78900197858b430dcdb168c184");
        assertThat(canonical("json/v1", "application/json", BODY))
                .hasToString("v1:941e960636cadfc500bafcfd8f1d6b7f8792ef01f86100fb6668c9533b54c8b6");
    }

    @Test
    void everyPartOfARequestMatters() {
        assertThat(List.of(
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, BODY),
                        request("PUT", "/o/{id}", "/o/1", "a=1", JSON, BODY),
                        request("POST", "/o/{no}", "/o/1", "a=1", JSON, BODY),
                        request("POST", "/o/{id}", "/o/2", "a=1", JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=2", JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", null, JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", "application/json", BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", null, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", "", BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, "{\"amount\": 1}".getBytes(UTF_8)),
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, new byte[0])))
                .doesNotHaveDuplicates();
    }

    @Test
    void charactersCannotMoveFromOnePartToTheNext() {
        assertThat(List.of(
                        request("POST", "/a", "/b", "c", "d", BODY),
                        request("POST", "/a/", "b", "c", "d", BODY),
                        request("POST", "/a", "/bc", null, "d", BODY),
                        request("POST", "/a", "/b", "c&d", null, BODY),
                        request("POST", "/a", "/b", "cd", null, BODY)))
                .doesNotHaveDuplicates();
    }

    @Test
    void queryIsSortedByNameAndKeepsTheOrderOfOneName() {
        Fingerprint first = query("a=1&b=2&a=0");

        assertThat(query("b=2&a=1&a=0")).isEqualTo(first);
        assertThat(query("a=1&a=0&b=2")).isEqualTo(first);
        assertThat(query("a=0&a=1&b=2")).isNotEqualTo(first);
        assertThat(query("a=1&b=2")).isNotEqualTo(first);
        assertThat(query("")).isEqualTo(query(null));
        assertThat(query("a")).isNotEqualTo(query("a="));
        assertThat(query("a=1&")).isNotEqualTo(query("a=1"));
        assertThat(query("a%3D1")).isNotEqualTo(query("a=1"));
        assertThat(query("ab=1&a=2")).isEqualTo(query("a=2&ab=1"));
    }

    @Test
    void contentTypeIsComparedWithoutCaseAndBlanks() {
        assertThat(request("POST", "/", "/", null, "Application/JSON; Charset=UTF-8", BODY))
                .isEqualTo(request("POST", "/", "/", null, JSON, BODY));
    }

    @Test
    void canonicalRequestsMeetNoOthers() {
        assertThat(List.of(
                        canonical("json/v1", "application/json", BODY),
                        canonical("form/v1", "application/json", BODY),
                        canonical("json/v2", "application/json", BODY),
                        canonical("json/v1", "text/json", BODY),
                        canonical("json/v1", "application/json", new byte[0]),
                        request("POST", "/o", "/o", "b=2&a=1", "application/json", BODY)))
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("H20")
    void applicationsOfOneResourceDiffer() {
        assertThat(List.of(ofApplication(""), ofApplication("v1"), ofApplication("v2")))
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("H21")
    void equivalentUrisAreOne() {
        assertThat(path("/a%2Db")).isEqualTo(path("/a-b")).isNotEqualTo(path("/a%2Fb"));
        assertThat(path("/%7euser/%c3%a4")).isEqualTo(path("/~user/%C3%A4"));
        assertThat(path("/a%2fb")).isEqualTo(path("/a%2Fb")).isNotEqualTo(path("/a/b"));
        assertThat(path("/a%25b")).isNotEqualTo(path("/a%b"));
        assertThat(path("/a%252Db")).isNotEqualTo(path("/a%2Db"));
        assertThat(List.of(path("/a/./b"), path("/a/b"), path("/a/../a/b"))).doesNotHaveDuplicates();
        assertThat(query("q=%31&%61=2")).isEqualTo(query("a=2&q=1"));
        assertThat(query("q=%26")).isNotEqualTo(query("q=&"));
        assertThat(query("q=%2")).isNotEqualTo(query("q=%"));
    }

    @Test
    @Requirement("H21")
    void headersAreComparedInOneSpelling() {
        ComparedHeaders headers = new ComparedHeaders(List.of("X-Amount"));

        assertThat(of(headers, Map.of("x-amount", List.of("1")))).isNotEqualTo(of(headers, Map.of()));
        assertThat(of(headers, Map.of("x-amount", List.of(" 1 "))))
                .isEqualTo(of(headers, Map.of("x-amount", List.of("1"))));
        assertThat(of(headers, Map.of("x-amount", List.of("1"))))
                .isNotEqualTo(of(headers, Map.of("x-amount", List.of("1000"))));
        assertThat(of(headers, Map.of("if-match", List.of("\"a\"", "\"b , c\""))))
                .isEqualTo(of(headers, Map.of("if-match", List.of("\"a\" ,\t\"b , c\" "))))
                .isNotEqualTo(of(headers, Map.of("if-match", List.of("\"a\",\"b,c\""))));
        assertThat(of(headers, Map.of("x-amount", List.of("")))).isNotEqualTo(of(headers, Map.of()));
        assertThat(of(headers, Map.of("if-modified-since", List.of("Fri,  27 Nov 2026"))))
                .isEqualTo(of(headers, Map.of("if-modified-since", List.of("Fri, 27 Nov 2026"))));
        assertThat(of(headers, Map.of("x-other", List.of("1")))).isEqualTo(of(headers, Map.of()));
    }

    private static Fingerprint of(ComparedHeaders headers, Map<String, List<String>> sent) {
        return RequestDigest.raw(
                new RequestContent("", "POST", "/o", "/o", null, null, headers.of(sent::get), Bytes.EMPTY));
    }

    private static Fingerprint ofApplication(String application) {
        return RequestDigest.raw(
                new RequestContent(application, "POST", "/o", "/o", null, null, List.of(), Bytes.EMPTY));
    }

    private static Fingerprint path(String path) {
        return request("POST", "/{p}", path, null, null, new byte[0]);
    }

    private static Fingerprint query(String rawQuery) {
        return request("POST", "/o", "/o", rawQuery, JSON, BODY);
    }

    private static Fingerprint canonical(String form, String contentType, byte[] body) {
        RequestContent request =
                new RequestContent("", "POST", "/o", "/o", "b=2&a=1", "ignored", List.of(), Bytes.EMPTY);
        return RequestDigest.canonical(form, request, contentType, body);
    }

    private static Fingerprint request(
            String method, String template, String path, String query, String contentType, byte[] body) {
        return RequestDigest.raw(
                new RequestContent("", method, template, path, query, contentType, List.of(), Bytes.of(body)));
    }
}
