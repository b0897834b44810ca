// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.Fingerprint;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fast tier in front of a durable store. It may forget anything at any moment and lose any write; it never allows an
 * operation to run, which the durable tier alone does. It owes two things: that it answers no outcome but one that it was
 * given, and none for longer than it was allowed to. The rules, checked by the model {@code two-tiers.pml}:
 *
 * <ol>
 *   <li>A claim that finds nothing leaves a <b>mark</b> with the request's token, lease and retention, and asks. A mark whose
 *       lease is over is replaced by the asking request's own.
 *   <li>A claim that finds a mark of another token answers <em>in progress</em>; but every so often one has to ask, and is
 *       given that mark.
 *   <li>Only what the request {@linkplain ClaimRequest#accepts accepts} and is bound alike is answered. Everything else asks,
 *       without a mark.
 *   <li>An outcome is kept only in place of the mark that it is given for, and only while that mark is there. So what was
 *       learned before the record was deleted cannot be kept after it.
 *   <li>All times are of this tier's one clock, and count from the claim that left the mark. That was before the durable
 *       claim, so an outcome is forgotten here first.
 * </ol>
 *
 * <p>Thread-safe. Never throws: what cannot be done is not done, and a claim that cannot be answered asks.
 */
public interface HotTier extends AutoCloseable {

    /**
     * A claim that was left here while the durable tier is asked.
     *
     * @param recordKey of which record
     * @param token of whose attempt
     */
    record Mark(RecordKey recordKey, UUID token) {

        /** The mark that this attempt left, if it left one. */
        public static Mark of(Ownership ownership) {
            return new Mark(ownership.recordKey(), ownership.ownerToken());
        }
    }

    /** What a claim returns. */
    sealed interface Reply {

        /**
         * This: completed, failed or in progress.
         *
         * @param claimedWith the fingerprint that the record was claimed with; not always the request's own, which may
         *     accept others
         */
        record Known(Claim claim, Fingerprint claimedWith) implements Reply {}

        /**
         * To ask the durable tier.
         *
         * @param mark for which its answer may be kept; null if it may not
         */
        record Ask(@Nullable Mark mark) implements Reply {}
    }

    /** Answers a claim, or asks. */
    Reply claim(ClaimRequest request);

    /** Keeps the outcome that its owner has committed, for the retention of the claim. */
    void keep(Mark mark, Outcome outcome);

    /**
     * Keeps an outcome that another attempt committed, which may expire at any moment: for a few minutes, counted from the
     * claim that left the mark.
     */
    void warm(Mark mark, Outcome outcome);

    /** Lets the lease of a mark run from now; its end is not later than {@code retention} from now, nor than before. */
    void renew(Mark mark, Duration lease, Duration retention);

    /** Removes a mark. */
    void drop(Mark mark);

    /** Removes whatever is known of a record. False if that is not certain: the record may still be answered until it expires. */
    boolean forget(RecordKey recordKey);

    /** Deletes at most {@code limit} expired records. */
    void sweep(int limit);

    /** Where it reports {@link IdempotencyEvent.HotTierChanged}, once a change; as {@link IdempotencyStore#reportTo}. */
    default void reportTo(Consumer<IdempotencyEvent> events) {}

    /** Lets go of what it holds, such as connections. */
    @Override
    default void close() {}
}
