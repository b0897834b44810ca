// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;

/**
 * What a database has of a change log. Read without a lock and without a write, so that a user who may only read can
 * start an application whose schema is complete.
 *
 * @param isComplete whether every change set that is for this kind of database was applied as it is now
 * @param unknown those that were applied and are not in this change log: a newer release migrated
 */
record ChangeLogState(boolean isComplete, List<String> unknown) {

    static ChangeLogState read(Database database, DatabaseChangeLog changeLog) throws LiquibaseException {
        ChangeLogHistoryService history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
        // none if there is no table
        List<RanChangeSet> ran = history.getRanChangeSets();
        List<String> unknown = new ArrayList<>();
        for (RanChangeSet applied : ran) {
            if (changeLog.getChangeSets().stream().noneMatch(known -> isSame(known, applied))) {
                unknown.add(applied.getId());
            }
        }
        boolean isComplete = changeLog.getChangeSets().stream()
                .filter(wanted -> DatabaseList.definitionMatches(wanted.getDbmsSet(), database, true))
                .allMatch(wanted -> ran.stream()
                        .anyMatch(applied ->
                                isSame(wanted, applied) && wanted.isCheckSumValid(applied.getLastCheckSum())));
        return new ChangeLogState(isComplete, List.copyOf(unknown));
    }

    private static boolean isSame(ChangeSet known, RanChangeSet applied) {
        return known.getId().equals(applied.getId())
                && known.getAuthor().equals(applied.getAuthor())
                && known.getFilePath().equals(applied.getChangeLog());
    }
}
