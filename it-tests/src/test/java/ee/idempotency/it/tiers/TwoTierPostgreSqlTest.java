// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.tiers;

import static ee.idempotency.persistence.internal.TestClaims.ANSWER;
import static ee.idempotency.persistence.internal.TestClaims.acquire;
import static ee.idempotency.persistence.internal.TestClaims.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.Databases;
import ee.idempotency.persistence.internal.DatabaseStoreContract;
import ee.idempotency.redis.RedisHotTier;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.EndOfTransactions;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.TransactionalStoreUnderTest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** The contract kit with Redis in front of PostgreSQL, and what Redis knows at each moment of a transaction. */
@Requirement("S4")
@Tag("all")
class TwoTierPostgreSqlTest extends DatabaseStoreContract {

    private TestRedis redis;
    private JedisPooled client;
    private JedisPooled otherClient;
    private TwoTiers tiers;

    @Override
    protected DataSource database() {
        return Databases.POSTGRESQL.migrated();
    }

    @BeforeAll
    void startRedis() {
        redis = new TestRedis();
        client = redis.client(5000);
        otherClient = redis.client(5000);
    }

    @AfterAll
    void stopRedis() {
        client.close();
        otherClient.close();
        redis.close();
    }

    @Override
    protected TransactionalStoreUnderTest createStore() {
        client.flushAll();
        tiers = new TwoTiers(super.createStore());
        return tiers;
    }

    private final class TwoTiers implements TransactionalStoreUnderTest {

        private final TransactionalStoreUnderTest durable;
        private final EndOfTransactions transactions = new EndOfTransactions();
        private final IdempotencyStore node;
        private final IdempotencyStore other;

        TwoTiers(TransactionalStoreUnderTest durable) {
            this.durable = durable;
            node = inFrontOf(durable.store(), client);
            other = inFrontOf(durable.otherNode(), otherClient);
        }

        private IdempotencyStore inFrontOf(IdempotencyStore store, JedisPooled of) {
            RedisHotTier hot = new RedisHotTier(of, "hot", Duration.ofSeconds(1));
            return Stores.twoTier(hot, store, transactions);
        }

        private TransactionalVerbs verbs() {
            return node.transactional().orElseThrow();
        }

        @Override
        public IdempotencyStore store() {
            return node;
        }

        @Override
        public IdempotencyStore otherNode() {
            return other;
        }

        @Override
        public <T> T inTransaction(IdempotencyStore of, Callable<T> work) throws Exception {
            IdempotencyStore behind = of == other ? durable.otherNode() : durable.store();
            return transactions.around(() -> durable.inTransaction(behind, work));
        }

        @Override
        public boolean ownersClaimAgain() {
            return false;
        }

        @Override
        public void advance(Duration time) {
            durable.advance(time);
            TestRedis.advance(client, time.toMillis());
        }
    }

    /** One seed does here: each tier has run both. */
    @Override
    public void storeAgreesWithANaiveModelOnAnotherSeed() {}

    private void rolledBack(Callable<?> work) {
        assertThatThrownBy(() -> tiers.inTransaction(tiers.node, () -> {
                    work.call();
                    throw new IllegalStateException("the work failed");
                }))
                .hasMessage("the work failed");
    }

    private Ownership claimInTransaction(ClaimRequest request) {
        Claim claim =
                tiers.verbs().claimInTransaction(request, Duration.ofSeconds(2)).orElseThrow();
        return ((Claim.Acquired) claim).ownership();
    }

    /** The states of the records in Redis: P in progress, C completed. */
    private Set<String> inRedis() {
        return client.keys("*:record:*").stream()
                .map(key -> client.hget(key, "state"))
                .collect(Collectors.toSet());
    }

    @Test
    @Requirement("X2")
    void joinedOutcomeIsInRedisOnceItsWorkIsCommittedAndNeverIfItIsRolledBack() throws Exception {
        ClaimRequest request = request();
        Ownership owner = acquire(tiers.node, request);
        rolledBack(() -> tiers.verbs().settleInTransaction(owner, ANSWER));
        assertThat(inRedis()).as("after the rollback").containsExactly("P");

        tiers.inTransaction(tiers.node, () -> {
            tiers.verbs().settleInTransaction(owner, ANSWER);
            assertThat(inRedis()).as("before the commit").containsExactly("P");
            return null;
        });

        assertThat(inRedis()).as("after the commit").containsExactly("C");
        assertAnsweredByRedisAlone(request);
    }

    @Test
    @Requirement("X3")
    void claimAndOutcomeOfOneCommitAreInRedisTogetherOrNotAtAll() throws Exception {
        ClaimRequest request = request();
        rolledBack(() -> tiers.verbs().settleInTransaction(claimInTransaction(request), ANSWER));
        assertThat(inRedis()).as("after the rollback").isEmpty();

        tiers.inTransaction(tiers.node, () -> {
            tiers.verbs().settleInTransaction(claimInTransaction(request.withNewOwner()), ANSWER);
            assertThat(inRedis()).as("before the commit").containsExactly("P");
            return null;
        });

        assertThat(inRedis()).as("after the commit").containsExactly("C");
        assertAnsweredByRedisAlone(request);
    }

    private void assertAnsweredByRedisAlone(ClaimRequest request) throws Exception {
        tiers.durable.store().delete(request.recordKey());
        assertThat(tiers.other.claim(request.withNewOwner())).isEqualTo(new Claim.Completed(ANSWER));
        assertThat(tiers.<Object>inTransaction(
                        tiers.node,
                        () -> tiers.verbs().claimInTransaction(request.withNewOwner(), Duration.ofSeconds(2))))
                .isEqualTo(Optional.of(new Claim.Completed(ANSWER)));
    }
}
