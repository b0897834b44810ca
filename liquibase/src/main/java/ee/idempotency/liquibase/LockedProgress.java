// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** Counts the change sets that are applied, and lets none begin once the lock was lost: another node may be at it. */
final class LockedProgress extends AbstractChangeExecListener {

    private final MigrationLock lock;
    private int applied;

    LockedProgress(MigrationLock lock) {
        this.lock = lock;
    }

    int applied() {
        return applied;
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.RunStatus runStatus) {
        try {
            if (lock.isHeld()) {
                return;
            }
        } catch (SQLException ended) {
            throw lost(changeSet, ended);
        }
        throw lost(changeSet, null);
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog changeLog, Database database, ChangeSet.ExecType execType) {
        applied++;
    }

    private static SchemaMigrationException lost(ChangeSet changeSet, @Nullable SQLException cause) {
        return new SchemaMigrationException(
                "The lock of the migration was lost before the change set " + changeSet.getId()
                        + ": its session was ended. Nothing more was changed; start again",
                cause);
    }
}
