// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
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

    /** With the mark that says the order of bytes, and as short as such a document can be. */
    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(strings = {"{", "[", "\"", "[7", "{\"\u5b7b\":[", "[\u7b5b", "\u5b7b["})
    void aMarkOfTheOrderOfBytesHidesNothing(String document) {
        for (Charset charset : CHARSETS.subList(1, CHARSETS.size())) {
            assertThat(JsonEnd.isReached(('\uFEFF' + document).getBytes(charset)))
                    .as(charset.name())
                    .isFalse();
            assertThat(JsonEnd.isReached("\uFEFF[\"\u5b7b\"]".getBytes(charset)))
                    .as(charset.name())
                    .isTrue();
        }
    }

    /** Two characters of which one is an odd half of UTF-16: neither begins UTF-32. */
    @Test
    @Requirement("H25")
    void shortDocumentsOfTwoBytesACharacter() {
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThat(JsonEnd.isReached("{".getBytes(charset)))
                    .as(charset.name())
                    .isFalse();
            assertThat(JsonEnd.isReached("7".getBytes(charset)))
                    .as(charset.name())
                    .isTrue();
            assertThat(JsonEnd.isReached("[]".getBytes(charset)))
                    .as(charset.name())
                    .isTrue();
            assertThat(JsonEnd.isReached("[\u0100".getBytes(charset)))
                    .as(charset.name())
                    .isFalse();
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

    /** The same question, byte by byte. */
    private static boolean endsByteByByte(byte[] document) {
        Deque<Character> open = new ArrayDeque<>();
        boolean inString = false;
        for (int at = 0; at < document.length; at++) {
            char octet = (char) document[at];
            if (inString) {
                at += octet == '\\' ? 1 : 0;
                inString = octet != '"';
            } else if (octet == '"') {
                inString = true;
            } else if (octet == '{' || octet == '[') {
                open.push(octet);
            } else if ((octet == '}' || octet == ']') && (open.isEmpty() || open.pop() != octet - 2)) {
                return false;
            }
        }
        return !inString && open.isEmpty();
    }

    /** With as many brackets, escapes and letters that look like brackets as come; a third of them is closed in the end. */
    @Test
    @Requirement("H25")
    void judgesAnyBytesAsOneByOne() {
        Random random = new Random(25);
        int ended = 0;
        for (int run = 0; run < 100_000; run++) {
            StringBuilder text = new StringBuilder();
            String alphabet = "{}[]\"\"\\aayYzZ_,: \u007f\u00fb\u00e4".substring(random.nextInt(4));
            int kinds = 1 + random.nextInt(alphabet.length());
            Deque<Character> open = new ArrayDeque<>();
            for (int left = random.nextInt(300); left > 0; left--) {
                char next = random.nextInt(3) > 0 ? 'x' : alphabet.charAt(random.nextInt(kinds));
                text.append(next);
                if (next == '{' || next == '[') {
                    open.push((char) (next + 2));
                }
            }
            while (run % 3 == 0 && !open.isEmpty()) {
                text.append(open.pop());
            }
            byte[] document = text.toString().getBytes(StandardCharsets.ISO_8859_1);

            assertThat(JsonEnd.isReached(document)).as("%s", text).isEqualTo(endsByteByByte(document));
            ended += endsByteByByte(document) ? 1 : 0;
        }
        assertThat(ended).as("both answers are seen").isBetween(5_000, 95_000);
    }
}
