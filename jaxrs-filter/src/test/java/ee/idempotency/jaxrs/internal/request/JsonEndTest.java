// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEndTest {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            Charset.forName("UTF-32BE"),
            Charset.forName("UTF-32LE"));

    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(
            strings = {
                "{\"x\":[",
                "{",
                "[",
                "[[1],",
                "{\"x\":{\"y\":1}",
                "\"abc",
                "\"abc\\\"",
                "{\"a\":\"\\\\",
                "[\"]\"",
                "{\"x\":[}}",
                "{\"x\":[}]",
                "{\"s\":{]},\"x\":[}",
                "[1]]",
                "{} ["
            })
    void aDocumentThatDoesNotEnd(String document) {
        for (Charset charset : CHARSETS) {
            assertThat(JsonEnd.isReached(document.getBytes(charset)))
                    .as(charset.name())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " {\"x\":[1,{\"y\":\"}{][\"}]} ",
                "\"a\\\"b\"",
                "{\"a\\\\\":\"\\\\\"}",
                "17",
                "null",
                "{\"city\":\"\u5b7b\u227b \u00e4\"}",
                "{wrong, but at its end}"
            })
    void aDocumentThatEnds(String document) {
        for (Charset charset : CHARSETS) {
            assertThat(JsonEnd.isReached(document.getBytes(charset)))
                    .as(charset.name())
                    .isTrue();
        }
    }

    @Test
    void nothingAtAllEnds() {
        assertThat(JsonEnd.isReached(new byte[0])).isTrue();
        assertThat(JsonEnd.isReached(new byte[] {'{'})).isFalse();
        assertThat(JsonEnd.isReached(new byte[] {'7'})).isTrue();
    }

    @Test
    void keepsEveryKindOfADeepDocument() {
        String open = "[{\"a\":".repeat(500);
        String close = "}]".repeat(500);

        assertThat(JsonEnd.isReached((open + "1" + close).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(JsonEnd.isReached((open + "1" + "]}" + close.substring(2)).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
