// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.IdempotencyEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sweeps expired records. A sweep that fails is logged and tried again at the next interval. */
@ApplicationScoped
public class Sweep {

    @Inject
    IdempotencyEngine engine;

    @Inject
    ModuleSettings settings;

    /** One sweep, each batch in a transaction of its own; to be called outside any transaction. */
    void run() {
        try {
            WiringLog.swept(engine.sweep(settings.sweepBatchSize()));
        } catch (RuntimeException failed) {
            WiringLog.sweepFailed(failed);
        }
    }
}
