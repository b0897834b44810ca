// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.ShadowFinding;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call in shadow mode, until it is over: by {@link #answered} or {@link #unanswered}, of which only the first
 * call does anything. Neither throws. Thread-safe.
 */
public final class ShadowCall {

    private static final String DIGEST = "Shadow-Digest";

    /** What is compared when the call is over. */
    sealed interface State {}

    /** It owns the key: its answer is remembered. */
    record First(SealedCall outcomes, Ownership ownership) implements State {}

    /** It is a repeat of one that had this outcome. */
    record Repeat(Outcome.Completed known) implements State {}

    /** Nothing. */
    record Unknown() implements State {}

    private final ShadowStore store;
    private final Consumer<ShadowFinding> reports;
    private final ShadowFinding finding;
    private final AtomicReference<State> state;

    ShadowCall(ShadowStore store, Consumer<ShadowFinding> reports, ShadowFinding finding, State state) {
        this.store = store;
        this.reports = reports;
        this.finding = finding;
        this.state = new AtomicReference<>(state);
    }

    /** How the call would have been answered. */
    public ShadowFinding finding() {
        return finding;
    }

    /** Reports more of this call. */
    public void report(ShadowFinding additional) {
        reports.accept(additional);
    }

    /**
     * The call was answered. The first answer of its key is remembered if it is an outcome; a repeat's is compared with that.
     *
     * @param status its status
     * @param digest a hash of all that would be stored; null if nobody knows its bytes
     * @param isOutcome whether it would be stored
     */
    public void answered(int status, @Nullable String digest, boolean isOutcome) {
        State ended = state.getAndSet(new Unknown());
        List<Header> lines = digest == null ? List.of() : List.of(new Header(DIGEST, digest));
        if (ended instanceof Repeat repeat) {
            List<Header> known = repeat.known().headers();
            if (!known.isEmpty() && !lines.isEmpty() && !known.equals(lines)) {
                report(ShadowFinding.ANSWER_DIFFERS);
            }
        } else if (ended instanceof First first) {
            write(
                    isOutcome
                            ? () -> store.records()
                                    .settle(
                                            first.ownership(),
                                            first.outcomes().seal(new Outcome.Completed(status, lines, null)))
                            : () -> store.records().release(first.ownership()));
        }
    }

    /** The call ended without an answer of its own, such as by an exception that nothing maps. */
    public void unanswered() {
        answered(0, null, false);
    }

    private void write(Supplier<OwnerWrite> verb) {
        try {
            store.calls().call(verb, late -> {});
        } catch (RuntimeException failed) {
            report(ShadowFinding.ANSWER_LOST);
        }
    }

    /** Its claim was answered when nobody waited for it any more. On a thread that may wait for the store. */
    void giveBack() {
        if (state.getAndSet(new Unknown()) instanceof First first) {
            store.records().release(first.ownership());
        }
    }
}
