// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K6")
class HeaderValueTest {

    @Test
    void anEscapedQuoteDoesNotEndAQuotedText() throws NotCanonicalException {
        HeaderValue value = HeaderValue.parse("form-data; name=\"a\\\"; filename=b\"; x=\"\\\\\"");

        assertThat(value).isEqualTo(new HeaderValue("form-data", Map.of("name", "a\\\"; filename=b", "x", "\\\\")));
    }

    @Test
    void blanksCaseOrderAndQuotesOfTokensSayNothing() throws NotCanonicalException {
        assertThat(HeaderValue.parse(" Text/Plain ;CHARSET = \"utf-8\";; a=b ").canonical())
                .isEqualTo(
                        HeaderValue.parse("text/plain; a=\"b\"; charset=utf-8").canonical())
                .isEqualTo("text/plain;a=\"b\";charset=\"utf-8\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";a=b",
                "a b",
                "a; b",
                "a; b=",
                "a; b=c d",
                "a; b=\"c",
                "a; b=\"c\\\"",
                "a; b=\"c\" d",
                "a; b=1; B=1"
            })
    void whatIsMalformedOrThereTwiceIsNotRead(String text) {
        assertThatThrownBy(() -> HeaderValue.parse(text)).isInstanceOf(NotCanonicalException.class);
    }
}
