// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import ee.idempotency.spi.CallerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** All users act for one customer, so that they repeat each other's requests. */
@ApplicationScoped
public class Organisation implements CallerResolver {

    @Override
    public Optional<String> currentCaller() {
        return Optional.of("customer");
    }
}
