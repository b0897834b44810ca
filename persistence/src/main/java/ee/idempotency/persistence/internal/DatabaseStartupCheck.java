// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.UnsupportedDatabaseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a deployment on a database that the store was not made for, before the first request. It observes the same event
 * as the migration, after it and before the application's own observers. A database that does not answer now may do so
 * later: that is logged, and the application starts.
 */
@ApplicationScoped
public class DatabaseStartupCheck {

    private static final int AFTER_MIGRATION = Interceptor.Priority.PLATFORM_BEFORE + 10;

    /** Less than this is the time of a statement on a busy machine. */
    private static final Duration NOTEWORTHY = Duration.ofSeconds(10);

    @Inject
    NewTransaction transactions;

    /** For the container. */
    public DatabaseStartupCheck() {}

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_MIGRATION) Object started) {
        check(transactions, InstantSource.system());
    }

    /**
     * Checks the database.
     *
     * @throws UnsupportedDatabaseException if it is not what the store needs
     * @throws RuntimeException that has nothing to do with the database, as it is
     */
    static void check(NewTransaction transactions, InstantSource node) {
        List<String> problems = new ArrayList<>(transactions.problems());
        try {
            if (problems.isEmpty()) {
                problems.addAll(transactions.call(DatabaseCheck::problems));
            }
            if (problems.isEmpty()) {
                problems.addAll(tryOut(transactions, node));
            }
        } catch (RuntimeException unknown) {
            if (SqlFailure.of(unknown) == SqlFailure.FOREIGN) {
                throw unknown;
            }
            StoreLog.unchecked(unknown);
            return;
        }
        if (!problems.isEmpty()) {
            throw new UnsupportedDatabaseException(problems);
        }
    }

    private static List<String> tryOut(NewTransaction transactions, InstantSource node) {
        Instant before = node.instant();
        StatementTrial.Findings findings = StatementTrial.run(transactions);
        Instant databaseTime = findings.databaseTime();
        if (databaseTime != null) {
            Duration ahead = Duration.between(databaseTime, before);
            if (ahead.abs().compareTo(NOTEWORTHY) > 0) {
                StoreLog.clocksDiffer(ahead);
            }
        }
        List<String> problems = new ArrayList<>(findings.problems());
        switch (new Pooler(transactions).judge()) {
            case FOUND -> problems.add("The statements of a transaction run in any session: " + Pooler.CURE);
            case SUSPECTED -> StoreLog.poolerSuspected();
            case NONE -> {}
        }
        return problems;
    }
}
