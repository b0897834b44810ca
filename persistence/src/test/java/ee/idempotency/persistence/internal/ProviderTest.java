// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import org.junit.jupiter.api.Test;

class ProviderTest {

    @Test
    @Requirement("A9")
    void aUnitThatIsNotInjectedIsAProblemWithACure() {
        assertThat(new JtaNewTransaction().problems())
                .singleElement()
                .asString()
                .contains("has not injected the persistence unit 'idempotency'", "<others/>", "WEB-INF/lib");
    }
}
