// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.Optional;

/**
 * What lasts as long as the current call and is not the thread, such as an HTTP request: the place where an adapter that
 * cannot wrap its call leaves the claim of it, and where the last answer is remembered. One object serves all calls of an
 * application; it is part of the {@linkplain ee.idempotency.engine.EngineEnvironment engine's environment}, and
 * {@linkplain CurrentClaim#register registered} while the application runs. Thread-safe.
 */
public interface CallScope {

    /** The claim that the current call holds; empty also where there is no such call. Never throws. */
    Optional<ActiveClaim> claim();

    /**
     * The current call holds this claim from now on, to its end.
     *
     * @throws RuntimeException if there is no such call, as on a thread of the application's own
     */
    void hold(ActiveClaim claim);

    /**
     * An adapter has looked at the current call and lets it run, with a claim or, if its key is optional, without. Never
     * throws.
     */
    void admit();

    /** Whether an adapter has looked at the current call. Never throws. */
    boolean isAdmitted();

    /** A protected call has returned: its answer came from the store, or else it ran. Never throws. */
    void answered(boolean replayed);

    /**
     * What {@link #answered} was last given in the current call; false if nothing was.
     *
     * @throws IllegalStateException if there is no such call
     */
    boolean isReplayed();

    /** Where no call is known but by its thread: holds nothing. */
    CallScope NONE = new CallScope() {
        @Override
        public Optional<ActiveClaim> claim() {
            return Optional.empty();
        }

        @Override
        public void hold(ActiveClaim claim) {
            // nobody can ask for it
        }

        @Override
        public void answered(boolean replayed) {
            // nobody can ask for it
        }

        @Override
        public void admit() {
            // nobody can ask for it
        }

        @Override
        public boolean isAdmitted() {
            return false;
        }

        @Override
        public boolean isReplayed() {
            throw new IllegalStateException("Whether a call was replayed is known within a request only");
        }
    };
}
