// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.concurrent.ScheduledExecutorService;

/**
 * Gives the threads on which leases are renewed, and keys given back after a caller's transaction was rolled back. A CDI
 * bean of this type takes the place of the container's {@code java:comp/DefaultManagedScheduledExecutorService}, for
 * runtimes without JNDI and for applications that want threads of their own. Thread-safe.
 */
@FunctionalInterface
public interface SchedulerSource {

    /**
     * The executor; asked once an application. Its tasks are short, but wait for the store; two threads are enough for
     * most. Who provides it shuts it down, after the application's last call.
     */
    ScheduledExecutorService scheduler();
}
