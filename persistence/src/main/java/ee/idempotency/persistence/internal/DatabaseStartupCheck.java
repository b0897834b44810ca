// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.persistence.UnsupportedDatabaseException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a deployment on a database that the store was not made for, before the first request. As a listener of the
 * web application it comes after the EJBs that start with it, so after a migration by them; an observer of CDI's event
 * would come before them on Payara. A database that does not answer now may do so later: that is
 * logged, and the application starts.
 */
@WebListener
public class DatabaseStartupCheck implements ServletContextListener {

    /** Less than this is the time of a statement on a busy machine. */
    private static final Duration NOTEWORTHY = Duration.ofSeconds(10);

    @Inject
    private NewTransaction transactions;

    /** For the container. */
    public DatabaseStartupCheck() {}

    @Override
    public void contextInitialized(ServletContextEvent started) {
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
