// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Executes every statement of the store once, in a transaction that is rolled back. So it finds what no comparison of
 * columns does: missing rights, a read-only replica, settings of the session, functions that are not there, a data source
 * that commits by itself.
 */
final class StatementTrial {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final Outcome.Completed ANSWER = new Outcome.Completed(
            200,
            List.of(new Header("Content-Type", "application/json")),
            Bytes.of("{}".getBytes(StandardCharsets.US_ASCII)));

    private final Statements statements;
    private final Connection connection;
    private final ClaimRequest request;
    private @Nullable Instant claimedAt;

    private StatementTrial(Connection connection, ClaimRequest request) throws SQLException {
        this.statements = new Statements(KnownDatabase.dialectOf(connection));
        this.connection = connection;
        this.request = request;
    }

    /**
     * What the trial found.
     *
     * @param problems each with its cure; empty if every statement did what it should
     * @param databaseTime the database's clock in the middle of the trial; null if it did not come that far
     */
    record Findings(List<String> problems, @Nullable Instant databaseTime) {}

    /** Ends the transaction by a rollback. */
    private static final class Finished extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Findings findings;

        Finished(Findings findings) {
            super("The trial of the statements is over", null, false, false);
            this.findings = findings;
        }
    }

    /**
     * Executes them.
     *
     * @throws RuntimeException if the database does not answer
     */
    static Findings run(NewTransaction transactions) {
        ClaimRequest request = ClaimRequest.of(
                new Binding(
                        "default",
                        "idempotency.startup-check",
                        "",
                        UUID.randomUUID().toString()),
                Fingerprint.of(new byte[] {1}),
                UUID.randomUUID(),
                LEASE,
                RETENTION,
                OnLeaseLost.TAKE_OVER);
        Findings findings = inTransactionThatIsRolledBack(transactions, request);
        if (!findings.problems().isEmpty() || !isLeft(transactions, request)) {
            return findings;
        }
        String problem =
                "The data source commits each statement by itself, and a rollback changes nothing: use one that"
                        + " takes part in the transactions of the server (JTA)";
        return new Findings(List.of(problem), findings.databaseTime());
    }

    /** Whether the record outlived the rollback; it does not outlive this. */
    private static boolean isLeft(NewTransaction transactions, ClaimRequest request) {
        return transactions.call(connection ->
                new Statements(KnownDatabase.dialectOf(connection)).delete(connection, request.recordKey()));
    }

    private static Findings inTransactionThatIsRolledBack(NewTransaction transactions, ClaimRequest request) {
        try {
            return transactions.call(connection -> {
                throw new Finished(new StatementTrial(connection, request).execute());
            });
        } catch (RuntimeException ended) {
            Finished finished = SqlFailure.find(ended, Finished.class);
            if (finished == null) {
                throw ended;
            }
            return finished.findings;
        }
    }

    /** One statement; false if it had another effect than it must have. */
    private interface Step {

        boolean run() throws SQLException;
    }

    private Findings execute() throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Step> step : steps(owner(request))) {
            if (!problems.isEmpty()) {
                break; // what comes next needs it
            }
            execute(step.getKey(), step.getValue(), problems);
        }
        return new Findings(problems, claimedAt);
    }

    private List<Map.Entry<String, Step>> steps(Ownership owner) {
        return List.of(
                Map.entry("claims a free key", this::claim),
                Map.entry("finds a claimed key", this::findsClaimed),
                Map.entry("takes a claim over", () -> !takeOver(owner)),
                Map.entry("renews a claim", () -> statements.renew(connection, owner, LEASE, RETENTION)),
                Map.entry("reads a record", () -> statements.read(connection, request.recordKey()) != null),
                Map.entry("stores an outcome", () -> statements.settle(connection, owner, ANSWER, false)),
                Map.entry("returns an outcome", this::returnsAnswer),
                Map.entry("deletes an expired record", () -> !deleteExpired()),
                Map.entry("deletes a record", () -> statements.delete(connection, request.recordKey())),
                Map.entry("releases a claim", () -> claim() && statements.release(connection, owner)),
                Map.entry("stores an outcome as JSON", () -> claim() && storesJson(owner)),
                Map.entry("sweeps", () -> statements.sweep(connection, 1) >= 0));
    }

    private static void execute(String name, Step step, List<String> problems) throws SQLException {
        try {
            if (!step.run()) {
                problems.add("The statement that " + name + " has another effect than it must have: look for triggers,"
                        + " rules and row security policies on the table idempotency_record");
            }
        } catch (SQLException failed) {
            if (SqlFailure.of(failed) != SqlFailure.LASTING && SqlFailure.of(failed) != SqlFailure.NOT_RUN) {
                throw failed;
            }
            problems.add("The statement that " + name + " fails: " + FailureCure.describe(failed));
        }
    }

    private boolean claim() throws SQLException {
        return statements.claim(connection, request, LockWait.atMost(LockWait.DEFAULT)) instanceof ClaimRead.Fresh;
    }

    private boolean findsClaimed() throws SQLException {
        LockWait wait = LockWait.atMost(LockWait.DEFAULT);
        return statements.claim(connection, request.withNewOwner(), wait) instanceof ClaimRead.Present;
    }

    private boolean takeOver(Ownership live) throws SQLException {
        LockWait wait = LockWait.atMost(LockWait.DEFAULT);
        return statements.takeOver(connection, request.withNewOwner(), live, wait);
    }

    private boolean deleteExpired() throws SQLException {
        return statements.deleteExpired(connection, request.recordKey(), LockWait.atMost(LockWait.DEFAULT));
    }

    private boolean storesJson(Ownership owner) throws SQLException {
        return statements.settleInTransaction(connection, owner, ANSWER, true);
    }

    private boolean returnsAnswer() throws SQLException {
        Optional<IdempotencyRecord> found = statements.lookup(connection, request.recordKey());
        claimedAt = found.map(IdempotencyRecord::createdAt).orElse(null);
        return found.flatMap(IdempotencyRecord::outcome).filter(ANSWER::equals).isPresent();
    }

    private static Ownership owner(ClaimRequest request) {
        return new Ownership(
                request.recordKey(), request.ownerToken(), 1, SqlDialect.firstVersion(request.ownerToken()));
    }
}
