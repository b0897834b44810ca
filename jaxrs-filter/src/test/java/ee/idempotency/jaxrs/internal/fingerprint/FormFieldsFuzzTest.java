// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.idempotency.tck.Requirement;

/** One fuzz test a class: a JVM fuzzes one. */
class FormFieldsFuzzTest {

    /** A form whose every character is escaped says the same. */
    @FuzzTest
    @Requirement("K6")
    void aFormEscapedThroughoutIsTheSame(byte[] body) throws NotCanonicalException {
        byte[] canonical;
        try {
            canonical = FormFields.canonical(body);
        } catch (NotCanonicalException itsBytes) {
            assertThat(new String(body, ISO_8859_1)).contains("%");
            return;
        }
        assertThat(FormFields.canonical(escaped(body))).isEqualTo(canonical);
    }

    private static byte[] escaped(byte[] body) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < body.length; i++) {
            int octet = body[i] & 0xFF;
            if (octet == '=' || octet == '&') {
                escaped.append((char) octet);
            } else if (octet == '%') {
                escaped.append('%').append((char) body[i + 1]).append((char) body[i + 2]);
                i += 2;
            } else {
                escaped.append(String.format("%%%02x", octet == '+' ? ' ' : octet));
            }
        }
        return escaped.append("&&").toString().getBytes(ISO_8859_1);
    }
}
