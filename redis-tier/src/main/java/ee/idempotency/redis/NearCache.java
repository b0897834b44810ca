// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Outcomes on the node itself, in front of another tier: completed operations only, and only those that the other tier has
 * answered, so committed ones. Bounded by entries and by bytes; what was used least goes first.
 *
 * <p>An outcome is answered for {@code staleness} at most after it was learned. For that long it may outlive its retention, and
 * on other nodes its deletion; on the node where it is deleted it is gone at once. Thread-safe.
 */
public final class NearCache implements HotTier {

    /** What an entry takes besides its answer's bytes, about. */
    private static final int OVERHEAD = 512;

    /** The fingerprint is the record's, not that of the repeat: one that accepts several has another of its own. */
    private record Entry(Binding binding, Fingerprint fingerprint, Outcome.Completed outcome) {

        long bytes() {
            Bytes body = outcome.body();
            return OVERHEAD
                    + (body == null ? 0L : body.length())
                    + Header.format(outcome.headers()).getBytes(StandardCharsets.UTF_8).length;
        }

        /** The same record key may be of another binding, and the key may come with another payload. */
        boolean answers(ClaimRequest request) {
            return binding.equals(request.binding()) && request.accepts(fingerprint);
        }
    }

    private final HotTier behind;
    private final Cache<RecordKey, Entry> entries;

    /**
     * A cache.
     *
     * @param behind is asked for the rest, and closed with this
     * @param maxEntries at least 1
     * @param maxBytes of all answers together, at least as many as {@code maxEntries}; a larger answer is not kept
     * @param staleness more than zero
     */
    public NearCache(HotTier behind, int maxEntries, long maxBytes, Duration staleness) {
        this(behind, maxEntries, maxBytes, staleness, Ticker.systemTicker());
    }

    NearCache(HotTier behind, int maxEntries, long maxBytes, Duration staleness, Ticker ticker) {
        this.behind = behind;
        // one bound for both: nothing weighs less than its share of the bytes, so maxEntries of them are as many as fit
        long least = Math.max(1, (maxBytes + maxEntries - 1) / maxEntries);
        entries = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .<RecordKey, Entry>weigher(
                        (key, entry) -> (int) Math.min(Integer.MAX_VALUE, Math.max(least, entry.bytes())))
                .expireAfterWrite(staleness)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** How many answers it holds. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    @Override
    public Reply claim(ClaimRequest request) {
        Entry entry = entries.getIfPresent(request.recordKey());
        if (entry != null && entry.answers(request)) {
            return new Reply.Known(new Claim.Completed(entry.outcome()), entry.fingerprint());
        }
        Reply answer = behind.claim(request);
        if (answer instanceof Reply.Known known && known.claim() instanceof Claim.Completed completed) {
            entries.put(request.recordKey(), new Entry(request.binding(), known.claimedWith(), completed.outcome()));
        }
        return answer;
    }

    @Override
    public void keep(Mark mark, Outcome outcome) {
        behind.keep(mark, outcome);
    }

    @Override
    public void warm(Mark mark, Outcome outcome) {
        behind.warm(mark, outcome);
    }

    @Override
    public void renew(Mark mark, Duration lease, Duration retention) {
        behind.renew(mark, lease, retention);
    }

    @Override
    public void drop(Mark mark) {
        behind.drop(mark);
    }

    @Override
    public boolean forget(RecordKey recordKey) {
        boolean forgotten = behind.forget(recordKey);
        entries.invalidate(recordKey);
        return forgotten;
    }

    @Override
    public void sweep(int limit) {
        behind.sweep(limit);
    }

    @Override
    public void reportTo(Consumer<IdempotencyEvent> events) {
        behind.reportTo(events);
    }

    @Override
    public void close() {
        entries.invalidateAll();
        behind.close();
    }
}
