// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.redis.internal.ClaimReply;
import ee.idempotency.redis.internal.Owner;
import ee.idempotency.redis.internal.RedisRecords;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/**
 * Keeps records in Redis alone. Every verb is one script, so one round trip; all times are the Redis server's.
 *
 * <p>It takes part in no transaction: an effect in a database and the outcome here are two commits. And what it answered is
 * as durable as Redis is: with the usual {@code appendfsync everysec} a crash loses a second, a failover loses whatever the
 * replica had not received, and an operation whose claim or outcome is lost that way runs again. Where that may not be, put
 * Redis in front of a database (docs/two-tiers.md).
 *
 * <ul>
 *   <li>A record is a hash, named by its record key; the client's key is in it, and nowhere else.
 *   <li>An expired record counts as absent. The sweep deletes it; without one Redis does, a week later.
 *   <li>A connection that the server has closed is replaced at once, once; nothing else is tried again. How long an answer
 *       is waited for is the client's {@code socketTimeout}.
 *   <li>The server must not evict: {@code maxmemory-policy noeviction}, or claims vanish while their operations run.
 * </ul>
 *
 * <p>Thread-safe. Needs Redis 5 or newer. On Redis Cluster give it a {@code JedisCluster}: the keys of a script have one hash
 * tag. That client sends a call again by itself where a connection broke, so an owner may be refused although its
 * outcome was stored; a repeat gets that outcome.
 */
public final class RedisIdempotencyStore implements IdempotencyStore {

    private final RedisRecords records;

    /**
     * A store.
     *
     * @param redis the client; the caller closes it
     * @param space what the names of all keys begin with; 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}. Stores of
     *     different spaces do not see each other
     */
    public RedisIdempotencyStore(UnifiedJedis redis, String space) {
        records = new RedisRecords(() -> redis, space);
    }

    @Override
    public Claim claim(ClaimRequest request) {
        ClaimReply reply = records.claim(request, Duration.ZERO);
        if (reply instanceof ClaimReply.Acquired acquired) {
            return new Claim.Acquired(
                    new Ownership(request.recordKey(), request.ownerToken(), acquired.attempt(), acquired.version()));
        }
        return ((ClaimReply.Decided) reply).claim();
    }

    @Override
    public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
        return records.settle(Owner.of(ownership), outcome, null);
    }

    @Override
    public OwnerWrite fail(Ownership ownership, Outcome.Failed outcome) {
        return records.settle(Owner.of(ownership), outcome, null);
    }

    @Override
    public OwnerWrite release(Ownership ownership) {
        return records.release(Owner.of(ownership));
    }

    @Override
    public OwnerWrite renew(Ownership ownership, Duration lease, Duration retention) {
        return records.renew(Owner.of(ownership), lease, retention);
    }

    @Override
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        return records.lookup(recordKey);
    }

    @Override
    public boolean delete(RecordKey recordKey) {
        return records.delete(recordKey);
    }

    @Override
    public int sweep(int limit) {
        return records.sweep(limit);
    }
}
