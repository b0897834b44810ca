// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** What an administrator's call does with the entities of a transaction; neither begins nor ends it. */
@FunctionalInterface
public interface EntityWork<T extends @Nullable Object> {

    /** Does it. */
    T run(EntityManager entityManager);
}
