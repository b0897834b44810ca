// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import java.time.Duration;

/** What every topic of the contract builds on. */
interface StoreContract {

    /** The lease of {@link Requests#request}. All times are whole hours: real time that passes beside them is less. */
    Duration LEASE = Duration.ofHours(2);

    /** The retention of {@link Requests#request}. */
    Duration RETENTION = Duration.ofHours(24);

    /** The most real time a test may take before it says something wrong. */
    Duration TOLERANCE = Duration.ofMinutes(30);

    /** The store and what the test did with it. */
    StoreProbe probe();
}
