// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The durable store: one table, one row a key, on the data source of the persistence unit {@code idempotency}. The
 * schema is that of the module {@code liquibase}.
 */
@NullMarked
package ee.idempotency.persistence;

import org.jspecify.annotations.NullMarked;
