// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.redis.internal.Circuit;
import ee.idempotency.redis.internal.ClaimReply;
import ee.idempotency.redis.internal.Client;
import ee.idempotency.redis.internal.LazyClient;
import ee.idempotency.redis.internal.Owner;
import ee.idempotency.redis.internal.RedisLog;
import ee.idempotency.redis.internal.RedisRecords;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import redis.clients.jedis.UnifiedJedis;

/**
 * Redis in front of a durable store. What Redis does not answer is asked of the durable tier; after three failures of the
 * last five calls Redis is left alone for a while, so that a dead one does not cost each request a time-out.
 *
 * <p>Only what the running process of Redis wrote counts. What it has loaded, from a dump, an append-only file or another
 * server, counts as absent: a deletion that came after the dump could not be seen in it.
 *
 * <p>The server may evict: {@code maxmemory-policy volatile-ttl} or {@code allkeys-lru} are all right here, because what is
 * missing is asked of the durable tier. Thread-safe.
 */
public final class RedisHotTier implements HotTier {

    /** How long a mark is believed before one repeat is answered that it should ask the durable tier. */
    static final Duration TRUST = Duration.ofSeconds(1);

    /** How long an outcome is kept that a repeat has learned from the durable tier. */
    static final Duration WARM = Duration.ofMinutes(10);

    private static final Reply ASK = new Reply.Ask(null);

    private final Runnable disconnect;
    private final RedisRecords records;
    private final Circuit circuit;
    private final AtomicBoolean processUnknown = new AtomicBoolean();

    /**
     * A hot tier.
     *
     * @param redis the client, closed with this. Its time-outs are what a call of a hanging Redis costs
     * @param space as {@link RedisIdempotencyStore}; another one than any store's
     * @param rest how long Redis is left alone before it is tried again
     */
    public RedisHotTier(UnifiedJedis redis, String space, Duration rest) {
        this(() -> redis, redis::close, space, rest);
    }

    RedisHotTier(LazyClient client, String space, Duration rest) {
        this(client, client::close, space, rest);
    }

    private RedisHotTier(Client client, Runnable disconnect, String space, Duration rest) {
        this.disconnect = disconnect;
        records = new RedisRecords(client, space);
        circuit = new Circuit(rest);
    }

    /** Whether Redis is left alone at the moment. */
    public boolean isResting() {
        return circuit.isOpen();
    }

    @Override
    public Reply claim(ClaimRequest request) {
        try {
            return circuit.call(() -> answer(request, records.claim(takingOver(request), TRUST)), ASK);
        } catch (DamagedRecordException damaged) {
            forget(request.recordKey());
            return ASK;
        }
    }

    /** Whether an orphan may be taken over is the durable tier's to say. */
    private static ClaimRequest takingOver(ClaimRequest request) {
        return new ClaimRequest(
                request.recordKey(),
                request.binding(),
                request.fingerprint(),
                request.ownerToken(),
                request.lease(),
                request.retention(),
                OnLeaseLost.TAKE_OVER,
                request.alsoAccepted());
    }

    private Reply answer(ClaimRequest request, ClaimReply reply) {
        if (reply instanceof ClaimReply.Acquired acquired) {
            if (acquired.process().isEmpty() && !processUnknown.getAndSet(true)) {
                RedisLog.processUnknown();
            }
            return new Reply.Ask(new Mark(request.recordKey(), request.ownerToken()));
        }
        if (reply instanceof ClaimReply.Unconfirmed ask) {
            return new Reply.Ask(new Mark(request.recordKey(), ask.owner()));
        }
        return reply instanceof ClaimReply.Decided decided && decided.fingerprint() != null
                ? new Reply.Known(decided.claim(), decided.fingerprint())
                : ASK;
    }

    @Override
    public void keep(Mark mark, Outcome outcome) {
        circuit.run(() -> records.settle(owner(mark), outcome, null));
    }

    @Override
    public void warm(Mark mark, Outcome outcome) {
        circuit.run(() -> records.settle(owner(mark), outcome, WARM));
    }

    @Override
    public void renew(Mark mark, Duration lease, Duration retention) {
        circuit.run(() -> records.renewWithin(owner(mark), lease, retention));
    }

    @Override
    public void drop(Mark mark) {
        circuit.run(() -> records.release(owner(mark)));
    }

    @Override
    public boolean forget(RecordKey recordKey) {
        return circuit.call(
                () -> {
                    records.delete(recordKey);
                    return true;
                },
                false);
    }

    @Override
    public void sweep(int limit) {
        circuit.run(() -> records.sweep(limit));
    }

    @Override
    public void reportTo(Consumer<IdempotencyEvent> events) {
        circuit.reportTo(events);
    }

    @Override
    public void close() {
        disconnect.run();
    }

    private static Owner owner(Mark mark) {
        return Owner.of(mark.recordKey(), mark.token());
    }
}
