// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotentOperation;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.concurrent.atomic.AtomicInteger;

/** Two timers of the same schedule, of which one is protected with a constant key. */
@Singleton
@Startup
public class ProtectedTimer {

    private final AtomicInteger protectedRuns = new AtomicInteger();
    private final AtomicInteger unprotectedRuns = new AtomicInteger();

    /** Runs once, whatever its schedule says. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @IdempotentOperation(name = "timer", key = "'once'")
    void once() {
        protectedRuns.incrementAndGet();
    }

    /** Runs every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void always() {
        unprotectedRuns.incrementAndGet();
    }

    /** How often the protected one ran. */
    public int protectedRuns() {
        return protectedRuns.get();
    }

    /** How often the other one ran. */
    public int unprotectedRuns() {
        return unprotectedRuns.get();
    }
}
