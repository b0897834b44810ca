// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The relay of an application. A run that fails is logged and tried again at the next interval. */
@ApplicationScoped
public class RelayRun {

    @Inject
    OutboxBeans parts;

    private @Nullable Relay relay;

    /**
     * Makes the relay; until then a run does nothing, since the timer of an EJB may be earlier than the application.
     *
     * @return false if it is made already
     * @throws IllegalArgumentException if a sender cannot be made
     */
    synchronized boolean start() {
        if (relay != null) {
            return false;
        }
        relay = parts.relay();
        return true;
    }

    /** One run; to be called outside any transaction. */
    void run() {
        Relay running = running();
        if (running == null) {
            return;
        }
        try {
            running.run();
        } catch (RuntimeException failed) {
            OutboxLog.runFailed(failed);
        }
    }

    private synchronized @Nullable Relay running() {
        return relay;
    }

    @PreDestroy
    synchronized void stop() {
        if (relay != null) {
            relay.stop();
        }
    }
}
