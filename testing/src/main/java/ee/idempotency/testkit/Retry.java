// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

/** How a call is repeated by a {@link RetriedTest}. */
public enum Retry {

    /** Once more, after the first has ended: as a client does that lost the answer. */
    AFTERWARDS,

    /** Eight at once: as impatient users and proxies do. A call that is refused because another runs is made again afterwards. */
    IN_PARALLEL,

    /**
     * Once more, after the node died between the effect and the outcome, and the lease is over. Of calls through {@link
     * Retried#idempotency()} only. An effect outside of the caller's transaction happens twice then, unless it has a key of its own, such as
     * {@code IdempotencyContext.downstreamKey}: this finds it out.
     */
    AFTER_A_CRASH
}
