// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Relays at an interval. The timer is not persistent and every node has its own: relays share the events, and a node that dies
 * leaves its own to the others when its lease is over.
 */
@Singleton
@Startup
public class RelayTimer {

    @Resource
    TimerService timers;

    @Inject
    RelayRun relay;

    @PostConstruct
    void start() {
        OutboxSettings settings = OutboxSettingsGroup.checked();
        if (settings.relay() == OutboxSettings.RelayKind.TIMER) {
            long interval = settings.interval().toMillis();
            timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
        }
    }

    /** One run, each statement in a transaction of its own. */
    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void relay() {
        relay.run();
    }
}
