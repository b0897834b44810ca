// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("H20")
class ApplicationNameTest {

    @ParameterizedTest
    @CsvSource({
        "payments, payments, payments",
        "payments, '', payments",
        "'', payments, payments",
        "shop, orders, shop.orders",
        "payments-1.2.0, payments-1.2.0, payments",
        "payments-1.2.0-SNAPSHOT, '', payments",
        "payments-1.2.0.Final, payments, payments",
        "payments##12, '', payments",
        "payments:beta-1, payments, payments",
        "orders-v1, '', orders-v1",
        "orders-1.0-admin, '', orders-1.0-admin",
        "orders-SNAPSHOT, '', orders-SNAPSHOT",
        "orders-2, '', orders-2",
        "a b/c, '', a_b_c",
        "'', '', ''",
    })
    void oneNameWithoutAVersion(String application, String module, String name) {
        assertThat(ApplicationName.of(application, module)).isEqualTo(name);
    }

    @Test
    void isEmptyWhereNoContainerHasOne() {
        try (Application deployed = Application.deploy()) {
            assertThat(deployed.get(ModuleSettings.class).namespace()).isEmpty();
        }
    }
}
