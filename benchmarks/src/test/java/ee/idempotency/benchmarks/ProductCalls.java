// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.persistence.internal.DurableStore;
import ee.idempotency.persistence.internal.StoreSettings;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The durable store's calls by name, each with the business insert in it. It shows itself by the JDK's types alone, so that two
 * builds of the store can be measured side by side.
 */
public final class ProductCalls implements Function<DataSource, Map<String, Callable<Object>>> {

    static final String INDEPENDENT = "INDEPENDENT";
    static final String JOINED = "JOINED";
    static final String ONE_COMMIT = "ONE_COMMIT";
    static final String REPLAY = "replay";
    static final String REPLAY_IN_TRANSACTION = "replay, ONE_COMMIT";

    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);
    private static final int RECORDS = 500;
    private static final Fingerprint FINGERPRINT = Fingerprint.of(new byte[] {1});
    private static final Outcome.Completed ANSWER = new Outcome.Completed(
            201, List.of(new Header("Content-Type", "application/json")), Bytes.of(new byte[1024]));

    /** For the class loader of a build. */
    public ProductCalls() {}

    @Override
    public Map<String, Callable<Object>> apply(DataSource pool) {
        PoolTransactions transactions = new PoolTransactions(pool);
        DurableStore store = new DurableStore(transactions, transactions, StoreSettings.DEFAULTS);
        List<ClaimRequest> stored =
                Stream.generate(ProductCalls::request).limit(RECORDS).toList();
        for (ClaimRequest request : stored) {
            store.complete(owner(store.claim(request)), ANSWER);
        }
        Map<String, Callable<Object>> calls = new LinkedHashMap<>();
        calls.put(INDEPENDENT, () -> {
            Ownership owner = owner(store.claim(request()));
            transactions.call(ProductCalls::work);
            return store.complete(owner, ANSWER);
        });
        calls.put(JOINED, () -> {
            Ownership owner = owner(store.claim(request()));
            return transactions.call(connection -> {
                work(connection);
                return store.settleInTransaction(owner, ANSWER);
            });
        });
        calls.put(
                ONE_COMMIT,
                () -> transactions.call(connection -> {
                    Ownership owner =
                            owner(store.claimInTransaction(request(), LOCK_WAIT).orElseThrow());
                    work(connection);
                    return store.settleInTransaction(owner, ANSWER);
                }));
        calls.put(REPLAY, () -> completed(store.claim(any(stored).withNewOwner())));
        calls.put(
                REPLAY_IN_TRANSACTION,
                () -> transactions.call(connection ->
                        completed(store.claimInTransaction(any(stored).withNewOwner(), LOCK_WAIT)
                                .orElseThrow())));
        return calls;
    }

    private static ClaimRequest any(List<ClaimRequest> stored) {
        return stored.get(ThreadLocalRandom.current().nextInt(RECORDS));
    }

    private static ClaimRequest request() {
        return ClaimRequest.of(
                new Binding(
                        "default", "payments.charge", "alice", UUID.randomUUID().toString()),
                FINGERPRINT,
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                Duration.ofHours(24),
                OnLeaseLost.TAKE_OVER);
    }

    private static Ownership owner(Claim claim) {
        return ((Claim.Acquired) claim).ownership();
    }

    private static Outcome completed(Claim claim) {
        return ((Claim.Completed) claim).outcome();
    }

    private static int work(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Floors.INSERT_WORK)) {
            statement.setObject(1, UUID.randomUUID());
            return statement.executeUpdate();
        }
    }
}
