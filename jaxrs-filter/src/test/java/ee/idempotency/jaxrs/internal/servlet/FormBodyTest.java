// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bytes of a form, up to a limit and beyond it. */
class FormBodyTest {

    private static FormBody body(String text, int limit) throws IOException {
        return FormBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), limit);
    }

    @Test
    @Requirement("H6")
    void aBodyOfTheLimitIsKeptAndOneByteMoreIsTooLong() throws Exception {
        assertThat(body("12345", 5).isTooLong()).isFalse();
        assertThat(body("123456", 5).isTooLong()).isTrue();
        assertThat(body("12345", 5).bytes()).hasSize(5);
    }

    @Test
    @Requirement("K6")
    void nothingOfABodyThatIsTooLongIsLost() throws Exception {
        assertThat(new String(body("123456789", 3).open().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("123456789");
    }

    /** By {@code read()} and by {@code read(byte[])}: a stream has ended once it has said so, and not before. */
    @Test
    @Requirement("K6")
    void aStreamIsFinishedAfterItsLastByte() throws Exception {
        ServletInputStream blocks = body("123", 9).open();
        assertThat(blocks.available()).isEqualTo(3);
        assertThat(blocks.read(new byte[9], 0, 0)).isZero();
        assertThat(blocks.isFinished()).isFalse();
        assertThat(blocks.read(new byte[9])).isEqualTo(3);
        assertThat(blocks.isFinished()).isFalse();
        assertThat(blocks.read(new byte[9])).isEqualTo(-1);
        assertThat(blocks.isFinished()).isTrue();
        assertThat(blocks.read(new byte[9], 0, 0)).isLessThanOrEqualTo(0);
        assertThat(blocks.isFinished()).as("once and for all").isTrue();

        ServletInputStream bytes = body("\0", 9).open();
        assertThat(bytes.read()).isZero();
        assertThat(bytes.isFinished()).isFalse();
        assertThat(bytes.read()).isEqualTo(-1);
        assertThat(bytes.isFinished()).isTrue();
        assertThat(bytes.isReady()).isTrue();
    }

    @Test
    @Requirement("K6")
    void anEscapeNeedsTwoDigitsAndMayEndTheForm() {
        assertThat(value("a=%41")).isEqualTo("A");
        assertThat(value("a=%0a")).isEqualTo("\n");
        assertThat(value("a=%A0")).isEqualTo("\u00a0");
        assertThat(value("a=%00")).isEqualTo("\0");
        assertThat(value("a=%4")).isEqualTo("%4");
        assertThat(value("a=%")).isEqualTo("%");
        assertThat(value("a=%4g%g4")).isEqualTo("%4g%g4");
    }

    private static String value(String form) {
        return new FormParameters(StandardCharsets.ISO_8859_1).add(form).toMap().get("a")[0];
    }
}
