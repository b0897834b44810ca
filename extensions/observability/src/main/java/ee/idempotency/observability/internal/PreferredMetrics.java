// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

/** Metrics that take the place of others, so that nothing is counted twice. */
interface PreferredMetrics {

    /** Whether they are in use. */
    boolean areInUse();
}
