// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

/** What {@link SchemaMigrator} shows to users, below all that uses it. */
final class ChangeLogNames {

    static final String CHANGE_LOG = "ee/idempotency/liquibase/changelog.xml";
    static final String CHANGE_LOG_TABLE = "idempotency_changelog";
    static final String LOCK_TABLE = "idempotency_changelog_lock";

    private ChangeLogNames() {}
}
