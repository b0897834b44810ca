// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.redis.internal.LogRecords;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.Stores;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol;

/** A Redis that comes back with an old dump: what was deleted since may not be answered again. */
@Tag("all")
@Requirement("S10")
@Requirement("S4")
class RedisRestoreTest {

    @TempDir
    Path directory;

    private final IdempotencyStore durable = new InMemoryIdempotencyStore(InstantSource.system(), 1000);
    private TestRedis redis;
    private JedisPooled client;
    private RedisHotTier hot;
    private IdempotencyStore node;

    @BeforeEach
    void open() {
        redis = TestRedis.saving(directory);
        client = redis.client(5000);
        hot = new RedisHotTier(client, "hot", Duration.ofMillis(100));
        node = Stores.twoTier(hot, durable, Transactions.NONE);
    }

    @AfterEach
    void close() {
        client.close();
        redis.close();
    }

    private static ClaimRequest request(String key) {
        return Witness.request(key);
    }

    private void run(String key, int status) {
        Claim.Acquired acquired = (Claim.Acquired) node.claim(request(key));
        node.complete(acquired.ownership(), new Outcome.Completed(status, List.of(), Bytes.EMPTY));
    }

    private int answer(String key) {
        return ((Claim.Completed) node.claim(request(key))).outcome().status();
    }

    private void save() {
        client.sendCommand(Protocol.Command.SAVE);
    }

    private void restore() {
        redis.kill();
        redis.start();
        try (JedisPooled other = redis.client(5000)) {
            assertThat(other.keys("*:record:*")).as("the dump was loaded").isNotEmpty();
        }
    }

    @Test
    void recordThatWasDeletedAndRunAgainIsAnsweredAsItRanLast() {
        run("k", 201);
        save();
        node.delete(request("k").recordKey());
        run("k", 202);

        restore();

        assertThat(answer("k")).isEqualTo(202);
        assertThat(answer("k")).as("from Redis, which the first repeat warmed").isEqualTo(202);
        assertThat(hot.claim(request("k"))).isInstanceOf(Reply.Known.class);
    }

    @Test
    void recordThatWasDeletedRunsAgain() {
        run("k", 201);
        save();
        node.delete(request("k").recordKey());

        restore();

        assertThat(node.claim(request("k"))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    void markInADumpIsNoOperationThatRuns() {
        ClaimRequest running = request("k");
        Claim.Acquired acquired = (Claim.Acquired) node.claim(running);
        save();
        node.release(acquired.ownership());

        restore();

        assertThat(node.claim(request("k"))).isInstanceOf(Claim.Acquired.class);
    }

    @Test
    void ownerWhoseMarkWasLoadedKeepsNothingThatIsAnswered() {
        Claim.Acquired acquired = (Claim.Acquired) node.claim(request("k"));
        save();
        restore();
        node.complete(acquired.ownership(), new Outcome.Completed(201, List.of(), Bytes.EMPTY));

        durable.delete(request("k").recordKey());

        assertThat(hot.claim(request("k"))).isInstanceOf(Reply.Ask.class);
    }

    /** Without INFO the tier works as before, blind to a restored dump: one line says so. */
    @Test
    void serverThatDoesNotSayWhichProcessItIsIsReportedOnce() {
        client.sendCommand(Protocol.Command.ACL, "SETUSER", "default", "-info");
        try (LogRecords log = new LogRecords("ee.idempotency.redis")) {
            run("k", 201);
            run("other", 202);

            assertThat(answer("k")).isEqualTo(201);
            assertThat(hot.claim(request("k"))).isInstanceOf(Reply.Known.class);
            assertThat(log.starting("IDEM-")).singleElement().asString().startsWith("IDEM-0704");
        }
    }

    @Test
    void storeOfItsOwnBelievesWhatItLoads() {
        RedisIdempotencyStore alone = new RedisIdempotencyStore(client, "store");
        Claim.Acquired acquired = (Claim.Acquired) alone.claim(request("k"));
        alone.complete(acquired.ownership(), new Outcome.Completed(201, List.of(), Bytes.EMPTY));
        save();

        restore();

        assertThat(alone.claim(request("k"))).isInstanceOf(Claim.Completed.class);
    }
}
