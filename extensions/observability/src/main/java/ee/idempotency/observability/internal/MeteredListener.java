// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;

/** Measures for one API, until the application is undeployed. */
final class MeteredListener implements IdempotencyListener {

    private final String api;
    private final Meters meters;
    private final Recorder recorder;

    MeteredListener(String api, Meters meters, OperationNames operations) {
        this.api = api;
        this.meters = meters;
        this.recorder = new Recorder(meters, operations);
    }

    @Override
    public void on(IdempotencyEvent event) {
        recorder.record(event);
    }

    void close() {
        meters.close();
    }

    @Override
    public String toString() {
        return api;
    }
}
