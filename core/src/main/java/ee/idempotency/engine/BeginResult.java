// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.spi.Outcome;

/** How a call begins that was not refused. */
public sealed interface BeginResult {

    /** The call owns its key: it must run the operation and then settle the attempt. */
    record Acquired(Attempt attempt) implements BeginResult {}

    /** The operation completed before; replay this. */
    record Replay(Outcome.Completed outcome) implements BeginResult {}
}
