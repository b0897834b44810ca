// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The schema of the durable store, and the migrator that brings a database up to it. Stands alone: needs Liquibase and
 * a data source, no other module.
 *
 * <p>From code, where the start of the application is not to do it:
 *
 * <pre>{@code
 * int changeSets = SchemaMigrator.migrate(dataSource);
 * }</pre>
 */
@NullMarked
package ee.idempotency.liquibase;

import org.jspecify.annotations.NullMarked;
