// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.time.Duration;
import java.util.UUID;

/**
 * What protected code may ask of the claim it runs under. An injectable CDI bean; every call looks up the innermost claim
 * of the calling thread or, over HTTP, of the request, so one reference serves all. Thread-safe.
 *
 * <p>Outside a claim the methods that need one throw {@link IllegalStateException}; {@link #isActive} reports
 * whether there is one.
 */
public interface IdempotencyContext {

    /** Whether the current call runs under a claim. */
    boolean isActive();

    /** The name of the operation. */
    String operation();

    /**
     * The key: over HTTP as the client sent it, elsewhere the text form of an {@link IdempotencyKey}. Do not log the first,
     * and do not hand it to other systems: see {@link #downstreamKey}.
     */
    String key();

    /** 1 for the first run, and one more for every run that took over because its predecessor fell silent. */
    int attempt();

    /** The owner token of this attempt: random, and the same for all of it. */
    UUID ownerToken();

    /**
     * How long the claim is surely owned if it is not renewed: counted on this node, never longer than the store thinks;
     * zero once the lease is over or lost. Under {@link TransactionMode#ONE_COMMIT} nobody can take the claim over while
     * its transaction is open, whatever this says.
     */
    Duration remainingLease();

    /** Whether the claim is known to be lost: the outcome will be refused, so going on is of no use. */
    boolean isLost();

    /**
     * Makes sure that this attempt still owns the claim, and restarts the lease from now: one statement in a
     * transaction of its own, none under {@link TransactionMode#ONE_COMMIT}. Call it before each step that cannot be
     * undone, such as the calls of a loop over an external system, so that an attempt that was taken over stops there:
     *
     * <pre>{@code
     * for (Recipient recipient : recipients) {
     *     context.assertOwned();
     *     mail.send(recipient, context.downstreamKey("mail-" + recipient.id()));
     * }
     * }</pre>
     *
     * <p>It cannot stop an attempt that loses its claim right afterwards; for that, the other system needs the downstream
     * key.
     *
     * @throws NotOwnerException if the claim was taken over, settled or removed; let it pass, so that the work is undone
     * @throws StoreUnavailableException if the store does not answer; nobody knows whether the claim is still owned
     */
    void assertOwned();

    /**
     * A key for a call of another system, which makes that call idempotent in its turn: the same on every attempt, node and
     * retry of this claim's key, and another one for every tenant, operation, caller, key and name. 43 characters of {@code
     * A-Z a-z 0-9 _ -}; nobody can read the client's key from it.
     *
     * <p>It outlives the claim: a client that uses its key again after the retention gets the same downstream keys, and
     * what the other system does then depends on how long it remembers them.
     *
     * @param name The name distinguishes this call from others made under the same claim, e.g. {@code "card-network"}.
     *     It has 1 to 255 printable characters. Put what varies in a loop into it.
     * @throws IllegalArgumentException if the name breaks these rules
     */
    String downstreamKey(String name);

    /**
     * Stores the answer of this call, or gives its key back, whatever the rules say of its status or exception:
     *
     * <pre>{@code
     * if (stock.isBeingCounted()) {
     *     context.outcome().release(); // not an outcome: another try may succeed
     *     return Response.status(409).build();
     * }
     * }</pre>
     *
     * <p>Ask for it on the thread or in the request of the call; the object may go to other threads.
     */
    OutcomeChoice outcome();

    /**
     * Whether the protected call that last returned in this request was answered from the store; false if it ran, or if
     * there was none. A call that threw does not count. Over HTTP it speaks of the request itself as soon as its answer is
     * a replay, for filters that follow.
     *
     * @throws IllegalStateException if there is no request, as on a thread of the application's own
     */
    boolean isReplayed();
}
