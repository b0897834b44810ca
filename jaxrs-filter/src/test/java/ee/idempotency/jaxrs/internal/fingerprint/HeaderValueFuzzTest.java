// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.idempotency.tck.Requirement;

/** One fuzz test a class: a JVM fuzzes one. */
class HeaderValueFuzzTest {

    @FuzzTest
    @Requirement("K6")
    void whatIsReadIsReadTheSameFromItsCanonicalForm(byte[] octets) throws NotCanonicalException {
        HeaderValue value;
        try {
            value = HeaderValue.parse(new String(octets, ISO_8859_1));
        } catch (NotCanonicalException itsBytes) {
            return;
        }
        assertThat(HeaderValue.parse(value.canonical())).isEqualTo(value);
    }
}
