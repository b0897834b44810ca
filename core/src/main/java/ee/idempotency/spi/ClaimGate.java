// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.ClaimRefusedException.Limit;
import java.time.Duration;
import java.util.Optional;

/**
 * May refuse new claims, such as beyond a quota. Beans or services; all are asked, and the first that refuses decides. A
 * repeat of a settled call is never refused: where a gate refuses, the engine reads the record instead of claiming, and what is there goes on
 * as if there were no gate. So {@link #check} must not count; {@link #acquired} does.
 *
 * <p>What a gate throws admits the call, and is logged once an hour: a quota that fails must not stop the application.
 * Thread-safe.
 */
@FunctionalInterface
public interface ClaimGate {

    /**
     * Who asks for a claim. There is no key and no payload in it: a gate cannot know a repeat.
     *
     * @param tenant of the record
     * @param operation of the record
     * @param caller of the record; empty where the operation does not ask for one
     */
    record Asking(String tenant, String operation, String caller) {}

    /**
     * A refusal.
     *
     * @param reason for the client, one short sentence without anything that only the operator may know
     * @param retryAfter when a new claim may be asked for; not negative
     * @param alsoTakeovers whether an attempt whose owner is gone must not be taken over either, such as where no outcome can
     *     be stored; by default it may be: it was admitted before
     * @param limit what was used up; empty where the gate does not count
     */
    record Refusal(String reason, Duration retryAfter, boolean alsoTakeovers, Optional<Limit> limit) {

        /** A refusal of new claims. */
        public Refusal(String reason, Duration retryAfter) {
            this(reason, retryAfter, false, Optional.empty());
        }

        /** Checks the range. */
        public Refusal {
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter is not negative; this is " + retryAfter);
            }
        }
    }

    /** Whether a new claim may not be made now; empty if it may. On the calling thread, before any statement. */
    Optional<Refusal> check(Asking asking);

    /** A new claim was made, and its operation runs. Not called for a repeat or a takeover. */
    default void acquired(Asking asking) {}

    /** A claim that was {@linkplain #acquired counted} has been given back: nothing is stored. */
    default void released(Asking asking) {}
}
