// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static ee.idempotency.jaxrs.internal.fingerprint.Prints.isComparedAsBytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K6")
class MultipartBodyTest {

    private static final String FIELD = "Content-Disposition: form-data; name=\"a\"\r\n\r\n1";
    private static final String FILE = "Content-Disposition: form-data; name=\"f\"; filename=\"x.bin\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n\u0000\r\n\u00ff";

    private static String body(String boundary, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return body + "--" + boundary + "--\r\n";
    }

    private static Fingerprint multipart(String boundary, String... parts) {
        String type = "multipart/form-data; boundary=\"" + boundary + "\"";
        String body = body(boundary, parts);
        assertThat(isComparedAsBytes(type, body.getBytes(ISO_8859_1))).as(body).isFalse();
        return Prints.content(type, body);
    }

    @Test
    void theBoundaryMeansNothing() {
        assertThat(multipart("----WebKitFormBoundaryAbC", FIELD, FILE)).isEqualTo(multipart("x", FIELD, FILE));
        assertThat(Prints.content("multipart/form-data;boundary=x", body("x", FIELD)))
                .isEqualTo(Prints.content("Multipart/Form-Data; boundary=\"y z\"", body("y z", FIELD)));
    }

    @Test
    void partsAndTheirOrderMatter() {
        assertThat(List.of(
                        multipart("x", FIELD, FILE),
                        multipart("x", FILE, FIELD),
                        multipart("x", FIELD),
                        multipart("x", FIELD, FIELD),
                        multipart("x", FIELD.replace("\"a\"", "\"b\"")),
                        multipart("x", FIELD.replace("form-data", "attachment")),
                        multipart("x", FIELD + "\r\n"),
                        multipart("x", FIELD + "2"),
                        multipart("x", FILE),
                        multipart("x", FILE.replace("x.bin", "y.bin")),
                        multipart("x", FILE.replace("octet-stream", "pdf")),
                        multipart("x", FILE.replace("filename", "filename*")),
                        multipart("x", "Content-Transfer-Encoding: base64\r\n" + FILE),
                        multipart("x", "\r\n1"),
                        multipart("x", "\r\n"),
                        Prints.content("multipart/mixed;boundary=x", body("x", FIELD))))
                .doesNotHaveDuplicates();
    }

    @Test
    void headersOfPartsAreComparedByWhatTheySay() {
        assertThat(multipart("x", "content-disposition:form-data;NAME=a\r\nContent-Length: 1\r\n\r\n1"))
                .isEqualTo(multipart("x", FIELD));
    }

    @Test
    void aNestedMultipartIsBytes() {
        String nested = "Content-Type: multipart/mixed; boundary=%1$s\r\n\r\n--%1$s\r\n\r\n1\r\n--%1$s--";

        assertThat(multipart("x", nested.formatted("n"))).isNotEqualTo(multipart("x", nested.formatted("m")));
        assertThat(multipart("y", nested.formatted("n"))).isEqualTo(multipart("x", nested.formatted("n")));
    }

    @Test
    void charactersCannotMoveFromOnePartToTheNext() {
        String two = "Content-Disposition: form-data; name=a\r\n\r\n";

        assertThat(List.of(
                        multipart("x", two + "12", two + "3"),
                        multipart("x", two + "1", two + "23"),
                        multipart("x", two + "123", two),
                        multipart("x", two + "123")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x",
                "--x--",
                "--x--\r\n",
                "--x\r\n",
                "--x\r\n\r\n1",
                "--x\r\n\r\n1\r\n--x",
                "--x\r\n\r\n1\r\n--x-",
                "--x\r\n\r\n1\r\n--xy\r\n\r\n2\r\n--x--",
                "--x\r\n\r\n1\r\n--xyz",
                "--x\n\n1\n--x--",
                "preamble\r\n--x\r\n\r\n1\r\n--x--",
                "--x\r\n\r\n1\r\n--x--\r\nepilogue",
                "--x\r\n\r\n1\r\n--x-- ",
                "--x\r\nno colon\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Type: text/plain\r\n charset=x\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Type: a/b\r\nContent-Type: a/c\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n--x--",
                "--x\r\nContent-Type: a/b\r\n--x--\r\n\r\n"
            })
    void anyOtherShapeIsComparedAsBytes(String body) {
        boolean isEmptyMultipart = body.startsWith("--x--");

        assertThat(isComparedAsBytes("multipart/form-data;boundary=x", body.getBytes(ISO_8859_1)))
                .isEqualTo(!isEmptyMultipart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";boundary=", ";boundary=\"\"", ";boundary=\" \"", ";Boundary=a;boundary=a"})
    void withoutABoundaryItIsComparedAsBytes(String parameter) {
        String boundary = "x".repeat(71);

        assertThat(isComparedAsBytes(
                        "multipart/form-data" + parameter, body("", FIELD).getBytes(ISO_8859_1)))
                .isTrue();
        assertThat(isComparedAsBytes(
                        "multipart/form-data;boundary=" + boundary,
                        body(boundary, FIELD).getBytes(ISO_8859_1)))
                .isTrue();
    }
}
