// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import dev.failsafe.CircuitBreaker;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Leaves Redis alone for a while after three failures of the last five calls; then one call tries it again. */
public final class Circuit {

    private static final int FAILURES = 3;
    private static final int CALLS = 5;
    private static final String QUOTED_ARGUMENTS = ",? with args beginning with.*";

    private final CircuitBreaker<Object> breaker;
    private final AtomicBoolean resting =
            new AtomicBoolean(); // also while it is tried again, so that it is logged once
    private volatile String reason = "";
    private volatile Consumer<IdempotencyEvent> events = event -> {};

    /** A circuit that is closed. */
    public Circuit(Duration rest) {
        breaker = CircuitBreaker.builder()
                .withFailureThreshold(FAILURES, CALLS)
                .withSuccessThreshold(1)
                .withDelay(rest)
                .onOpen(opened -> {
                    if (!resting.getAndSet(true)) {
                        RedisLog.resting(rest, reason);
                        events.accept(new HotTierChanged(false));
                    }
                })
                .onClose(closed -> {
                    if (resting.getAndSet(false)) {
                        RedisLog.backAgain();
                        events.accept(new HotTierChanged(true));
                    }
                })
                .build();
    }

    /** Where it reports, on the thread of the call, that Redis is left alone from now on, or asked again. */
    public void reportTo(Consumer<IdempotencyEvent> consumer) {
        events = consumer;
    }

    /** Whether Redis is left alone. */
    public boolean isOpen() {
        return resting.get();
    }

    /** Calls Redis; {@code otherwise} if it is left alone or fails. */
    public <T> T call(Supplier<T> work, T otherwise) {
        if (!breaker.tryAcquirePermit()) {
            return otherwise;
        }
        boolean answered = true;
        try {
            return work.get();
        } catch (StoreUnavailableException unavailable) {
            answered = false;
            reason = reason(unavailable);
            RedisLog.failed(unavailable);
            return otherwise;
        } finally {
            if (answered) {
                breaker.recordSuccess();
            } else {
                breaker.recordFailure();
            }
        }
    }

    /**
     * What the server or the network said, such as an address or an error reply. Of a command that it does not know, Redis quotes
     * the arguments, which are those of the call.
     */
    private static String reason(StoreUnavailableException unavailable) {
        Throwable cause = unavailable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
        return line.replaceFirst(QUOTED_ARGUMENTS, "");
    }

    /** Calls Redis if it is not left alone, whatever comes of it. */
    public void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return true;
                },
                false);
    }
}
