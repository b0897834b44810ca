// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    @ParameterizedTest
    @Requirement("K5")
    @CsvSource(
            delimiter = '|',
            value = {
                "orders|''|/orders",
                "/orders/|/{id}/|/orders/{id}",
                "''|''|/",
                "//a//|b//c|/a/b/c",
                "orders|{id : [0-9]{3}}/x|/orders/{id}/x",
                "orders|{a:.*}-{ b }|/orders/{a}-{b}",
                "orders|{path: .+/x}|/orders/{path}"
            })
    void spellsEveryPathOneWay(String classPath, String methodPath, String template) {
        assertThat(PathTemplate.of(classPath, methodPath)).isEqualTo(template);
    }
}
