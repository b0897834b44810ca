// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

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
 * Sweeps expired records at an interval. The timer is not persistent and every node has its own: sweeping is safe on all
 * nodes at once, and a node that dies takes no duty with it. Where a server has not found this EJB, the container's scheduler sweeps.
 */
@Singleton
@Startup
public class SweepTimer {

    @Resource
    TimerService timers;

    @Inject
    Sweep sweep;

    @Inject
    ModuleSettings settings;

    @PostConstruct
    void start() {
        if (settings.sweepEnabled()) {
            long interval = settings.sweepInterval().toMillis();
            timers.createIntervalTimer(interval, interval, new TimerConfig(null, false));
        }
    }

    /** One sweep, each batch in a transaction of its own. */
    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void sweep() {
        sweep.run();
    }
}
