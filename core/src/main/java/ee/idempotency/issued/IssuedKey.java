// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import java.time.Duration;
import java.time.Instant;

/**
 * A key that this server has issued.
 *
 * @param text what a client sends as its idempotency key
 * @param issued when, by the clock of the node that issued it, to the millisecond
 * @param expires from when no operation begins with it any more; a repeat of one that has ended is replayed nevertheless
 */
public record IssuedKey(String text, Instant issued, Instant expires) {

    /** How long it is good for. */
    public Duration lifetime() {
        return Duration.between(issued, expires);
    }
}
