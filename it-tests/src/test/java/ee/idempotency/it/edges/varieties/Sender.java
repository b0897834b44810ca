// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Nobody waits for it. */
@Singleton
public class Sender {

    static final String NAME = "send";

    private final AtomicInteger runs = new AtomicInteger();

    @Asynchronous
    @IdempotentOperation(name = NAME)
    public void send(@IdempotencyKeyPart String key) {
        runs.incrementAndGet();
    }

    public int runs() {
        return runs.get();
    }
}
