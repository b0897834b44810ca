// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Blanks;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Use;
import ee.idempotency.jaxrs.internal.settings.KeySyntax;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHeaderTest {

    private static KeyHeader header(KeySyntax syntax) {
        return new KeyHeader(new KeySettings("Idempotency-Key", syntax, 1, 255, Use.REQUIRED, Blanks.KEEP));
    }

    private static String parse(KeySyntax syntax, String value) {
        return header(syntax).parse(List.of(value)).orElseThrow();
    }

    private static void assertInvalid(KeySyntax syntax, String... lines) {
        assertThatThrownBy(() -> header(syntax).parse(List.of(lines)))
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.KEY_INVALID));
    }

    @ParameterizedTest
    @Requirement("K7")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "abc|abc",
                "\"abc\"|abc",
                "8e03978e-40d5-43dd-bc93-6894a57f9324|8e03978e-40d5-43dd-bc93-6894a57f9324",
                "charge_2024:17|charge_2024:17",
                "\"a \\\"b\\\" \\\\ c\"|a \"b\" \\ c",
                "\"a, b; c\"|a, b; c",
                "\"abc\";foo=1;bar|abc",
                "a=b/c+d==|a=b/c+d==",
                "17|17",
                ":YWJj:|:YWJj:",
                "?1|?1"
            })
    void readsLeniently(String value, String key) {
        assertThat(parse(KeySyntax.LENIENT, value)).isEqualTo(key);
        assertThat(parse(KeySyntax.LENIENT, " \t" + value + "\t ")).isEqualTo(key);
    }

    @Test
    @Requirement("K7")
    void readsStrictly() {
        assertThat(parse(KeySyntax.STRICT, "\"abc\"")).isEqualTo("abc");
        assertThat(parse(KeySyntax.STRICT, "\"abc\";foo=1")).isEqualTo("abc");
        for (String notAString : List.of("abc", "17", "1.5", ":YWJj:", "?1", "(\"a\")", "\"a\", \"b\"", "")) {
            assertInvalid(KeySyntax.STRICT, notAString);
        }
    }

    @ParameterizedTest
    @Requirement("K7")
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "a,b",
                "a b",
                "a\"b",
                "a;b",
                "a\\b",
                "\"a",
                "\"a\"b",
                "\"a\\n\"",
                "\"a\" \"b\"",
                "\"a\",\"b\"",
                "\"a\";=",
                "\u00e4",
                "\"\u00e4\"",
                "a\u0000",
                "a\u007f",
                "\u2028",
                "\ud800"
            })
    void refusesWhatIsNotOneKey(String value) {
        assertInvalid(KeySyntax.LENIENT, value);
    }

    @Test
    @Requirement("K7")
    void refusesTwoLinesEvenIfTheyAgree() {
        assertInvalid(KeySyntax.LENIENT, "a", "a");
    }

    @Test
    @Requirement("K7")
    void keepsToTheLengthLimits() {
        KeyHeader limited = new KeyHeader(new KeySettings("Key", KeySyntax.LENIENT, 3, 5, Use.REQUIRED, Blanks.KEEP));

        assertThat(limited.parse(List.of("abc"))).contains("abc");
        assertThat(limited.parse(List.of("\"abcde\""))).contains("abcde");
        assertThatThrownBy(() -> limited.parse(List.of("ab"))).hasMessageContaining("it has 2");
        assertThatThrownBy(() -> limited.parse(List.of("abcdef"))).hasMessageContaining("3 to 5");
    }

    @Test
    @Requirement("K9")
    void refusesAKeyWithABlankUnlessItIsKept() {
        KeyHeader refusing =
                new KeyHeader(new KeySettings("Key", KeySyntax.LENIENT, 1, 255, Use.REQUIRED, Blanks.REFUSE));

        assertThat(refusing.parse(List.of(" \"a\" "))).contains("a");
        for (String blank : List.of("\"a b\"", "\" a\"", "\"a \"", "\"a  b\"")) {
            assertThatThrownBy(() -> refusing.parse(List.of(blank))).hasMessageContaining("it has a blank");
            assertThat(parse(KeySyntax.LENIENT, blank)).contains(" ");
        }
    }

    @Test
    @Requirement("H25")
    void looksAtNoHeaderThatIsTooLongForAnyKey() {
        assertThatThrownBy(() -> parse(KeySyntax.LENIENT, "a" + " ".repeat(1022) + "bc"))
                .hasMessageContaining("has 1025");
        assertThat(parse(KeySyntax.STRICT, '"' + "\\\\".repeat(255) + "\";p=1")).hasSize(255);
    }

    @Test
    void noHeaderIsNoKey() {
        assertThat(header(KeySyntax.STRICT).parse(null)).isEmpty();
        assertThat(header(KeySyntax.STRICT).parse(List.of())).isEmpty();
    }

    @Test
    @Requirement("K7")
    void anythingIsAKeyOrRefused() {
        Random random = new Random(7);
        String alphabet = "\"\\,;=ab1 ?:()*\t\u0001\u00e4-.";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder(random.nextBoolean() ? "\"" : "");
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> value.append(alphabet.charAt(at)));
            for (KeySyntax syntax : KeySyntax.values()) {
                try {
                    assertThat(parse(syntax, value.toString())).hasSizeBetween(1, 255);
                } catch (RefusedRequestException refused) {
                    assertThat(refused.problem().type()).isEqualTo(ProblemType.KEY_INVALID);
                }
            }
        }
    }
}
