// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.TenantResolver;
import java.util.Objects;
import java.util.function.Supplier;

/** Whether the store answers, asked by one read of a record that does not exist; and what is known of the hot tier. Thread-safe. */
final class StoreHealth implements IdempotencyListener {

    private static final Binding NOBODY =
            new Binding(TenantResolver.DEFAULT_TENANT, "idempotency-readiness", "", "readiness");

    private final OneAtATime probe = new OneAtATime(this::ask, System::nanoTime);
    private volatile String application = "";
    private volatile Supplier<IdempotencyEngine> engine = () -> {
        throw new IllegalStateException("The application has not started");
    };
    private volatile boolean hotTierOut;

    /** The application starts; its engine may not be there yet. */
    void watch(String name, Supplier<IdempotencyEngine> engineOfIt) {
        application = name;
        engine = engineOfIt;
    }

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof HotTierChanged changed) {
            hotTierOut = !changed.serving();
        }
    }

    String application() {
        return application;
    }

    /** What is wrong with the store; empty if it answers. */
    String problem() {
        return probe.problem();
    }

    boolean isHotTierOut() {
        return hotTierOut;
    }

    /** The class only: what a database says may hold addresses and names of users. */
    private String ask() {
        try {
            Objects.requireNonNull(engine.get().lookup(NOBODY), "an answer");
            return "";
        } catch (RuntimeException | LinkageError failed) {
            return failed.getClass().getSimpleName() + "; see the log";
        }
    }
}
