// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.idempotency.tck.Requirement;
import java.util.Arrays;

/** One fuzz test a class: a JVM fuzzes one. */
class ContentFuzzTest {

    /** The input's first line is the content type, the rest the body. Multipart is compared without its boundary. */
    @FuzzTest
    @Requirement("K6")
    void anyRequestHasAFingerprint(byte[] input) {
        String text = new String(input, ISO_8859_1);
        int end = Math.max(text.indexOf('\n'), 0);
        String type = text.substring(0, end);
        byte[] body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);

        Object print = Prints.content(JsonSelection.ALL, type, body);
        assertThat(Prints.content(JsonSelection.ALL, type, body.clone())).isEqualTo(print);
        String other = "0123456789.other.boundary.9876543210";
        if (!text.contains(other) && type.matches("multipart/[a-z-]+;boundary=[a-z0-9]{6,60}")) {
            String boundary = type.replaceFirst(".*=", "");
            String moved = new String(body, ISO_8859_1).replace("--" + boundary, "--" + other);
            if (!Prints.isComparedAsBytes(type, body)
                    && text.substring(end).split(boundary, -1).length == moved.split(other, -1).length) {
                assertThat(Prints.content(type.replace(boundary, other), moved)).isEqualTo(print);
            }
        }
    }
}
