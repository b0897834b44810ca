// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

/**
 * What protected code says of the answer it is about to give, in place of what the rules say of it. One for each claim; see
 * {@link IdempotencyContext#outcome()}.
 *
 * <p>It counts when the answer is settled: over HTTP once the application's response filters have run, elsewhere when the
 * method returns or throws. Before that the last call counts, later ones do nothing. Thread-safe: asynchronous code takes it
 * along to the thread that makes the answer.
 */
public final class OutcomeChoice {

    private enum Choice {
        NONE,
        STORE,
        RELEASE
    }

    private volatile Choice choice = Choice.NONE;

    /** One that says nothing. */
    public OutcomeChoice() {}

    /**
     * The answer is an outcome: it is stored and repeats get it, be it a 500, a 429 or, of a method, an exception. For work
     * whose effect is there although something failed afterwards. Where a request shares a transaction, its effect is
     * committed with the answer unless the transaction is marked for rollback; then the answer is stored alone. An answer
     * that cannot be written, or that nobody made, leaves a record without a body. Where a method does, an
     * unchecked exception rolls its effect back as always.
     */
    public void store() {
        choice = Choice.STORE;
    }

    /**
     * The answer is not an outcome, be it a 200: the caller gets it, the key is free again, and a retry runs. For "not yet",
     * which another try may change. Where the work shares a transaction, it is rolled back; what it did elsewhere stays.
     */
    public void release() {
        choice = Choice.RELEASE;
    }

    /** Whether the answer is stored, given what the rules say. */
    public boolean isStored(boolean byTheRules) {
        return choice == Choice.NONE ? byTheRules : choice == Choice.STORE;
    }
}
