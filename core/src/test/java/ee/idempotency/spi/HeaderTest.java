// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.testing.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    @Requirement("H13")
    void theTextFormIsPinned() {
        List<Header> headers = List.of(
                new Header("Content-Type", "text/plain"),
                new Header("Link", "</a>; rel=\"x: y\""),
                new Header("link", "</b>\t"),
                new Header("X-Empty", ""),
                new Header("X-Latin", "caf\u00e9"));
        String text = "Content-Type: text/plain\nLink: </a>; rel=\"x: y\"\nlink: </b>\t\nX-Empty: \nX-Latin: caf\u00e9";

        assertThat(Header.format(headers)).isEqualTo(text);
        assertThat(Header.parse(text)).isEqualTo(headers);
        assertThat(Header.format(List.of())).isEmpty();
        assertThat(Header.parse("")).isEmpty();
    }

    @ParameterizedTest
    @Requirement("H2")
    @ValueSource(
            strings = {
                "a: b\n",
                "\na: b",
                "a: b\n\nc: d",
                "a:b",
                "a",
                ": secret",
                "a b: secret",
                "A\u010a: secret",
                "a: secret\rEvil: 1",
                "a: secret\u0085",
                "a: secret\u560a",
                "a: secret\ud800"
            })
    void textThatWasNotWrittenSoIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> Header.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @Requirement("H14")
    @CsvSource({"ETag, 'a\nb'", "ETag, 'a\rb'", "'E Tag', a", "'', a", "'ETag:', a", "ETag, 'a\u0000'"})
    void aHeaderIsOneLine(String name, String value) {
        assertThat(Header.isOneLine(name, value)).isFalse();
        assertThatThrownBy(() -> new Header(name, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("H13")
    void anOutcomeKeepsItsOwnList() {
        List<Header> headers = new ArrayList<>(List.of(new Header("a", "b")));
        Outcome.Completed outcome = new Outcome.Completed(200, headers, null);
        headers.clear();

        assertThat(outcome.headers()).containsExactly(new Header("a", "b"));
    }
}
