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
class FormFieldsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Fingerprint form(String body) {
        assertThat(isComparedAsBytes(FORM, body.getBytes(ISO_8859_1))).as(body).isFalse();
        return Prints.content(FORM, body);
    }

    @Test
    void theOrderOfNamesMeansNothingButThatOfOneNameDoes() {
        assertThat(form("a=1&b=2&a=3")).isEqualTo(form("b=2&a=1&a=3")).isEqualTo(form("a=1&a=3&b=2"));
        assertThat(form("a=3&b=2&a=1")).isNotEqualTo(form("a=1&b=2&a=3"));
    }

    @Test
    void theSpellingMeansNothing() {
        assertThat(form("a+b=caf%C3%A9")).isEqualTo(form("a%20b=c%61f%c3%a9")).isEqualTo(form("&a+b=caf%C3%A9&&"));
        assertThat(form("a")).isEqualTo(form("a="));
        assertThat(form("")).isEqualTo(form("&"));
    }

    @Test
    void charactersCannotMoveFromOneFieldToTheNext() {
        assertThat(List.of(
                        form("ab=c"),
                        form("a=bc"),
                        form("abc="),
                        form("=abc"),
                        form("a=b&c"),
                        form("a=b%26c"),
                        form("a%3Db=c"),
                        form("a=b=c"),
                        form("a=b%00c"),
                        form("a=b+c"),
                        form("a=b%2Bc"),
                        form("a=b&=c"),
                        form("a=b&a=c"),
                        form("a=b&a=b"),
                        form("")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%1", "a=%zz", "%=1", "a=%-1", "a=%+1", "a=100%&b"})
    void aPercentSignThatEscapesNothingMakesItBytes(String body) {
        assertThat(isComparedAsBytes(FORM, body.getBytes(ISO_8859_1))).isTrue();
    }

    @Test
    void theCharsetMattersUnlessItIsUtf8() {
        assertThat(Prints.content(FORM + ";charset=UTF-8", "a=%E9")).isEqualTo(form("a=%E9"));
        assertThat(Prints.content(FORM + ";charset=ISO-8859-1", "a=%E9")).isNotEqualTo(form("a=%E9"));
    }
}
