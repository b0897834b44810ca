// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the little server knows of a key.
 *
 * @param body of the first request
 * @param reply to it, once it is done
 * @param another opens when enough other requests came meanwhile
 * @param number how many keys are older
 */
record Entry(String body, CompletableFuture<Reply> reply, CountDownLatch another, int number) {

    Entry(String body, int number, int others) {
        this(body, new CompletableFuture<>(), new CountDownLatch(others), number);
    }

    /** Whether other requests came while the first one ran. */
    boolean wasRefused() {
        return another.getCount() == 0;
    }

    /** So that a slow request is certainly met by another; ten seconds at most, for a request that is alone. */
    void awaitAnother() {
        try {
            if (!another.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no other request came");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
