// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.Idempotency;
import ee.idempotency.IdempotentCall;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.TenantResolver;

/** {@link Idempotency} over the engine. */
public final class EngineIdempotency implements Idempotency {

    private final IdempotencyEngine engine;
    private final ResultCodec codec;
    private final TenantResolver tenants;
    private final OperationOptions defaults;

    /** Calls start from {@code defaults}; {@code codec} encodes payloads to compare. */
    public EngineIdempotency(
            IdempotencyEngine engine, ResultCodec codec, TenantResolver tenants, OperationOptions defaults) {
        this.engine = engine;
        this.codec = codec;
        this.tenants = tenants;
        this.defaults = defaults;
    }

    @Override
    public IdempotentCall operation(String name) {
        return new EngineCall(engine, codec, name, tenants.currentTenant(), null, Fingerprint.none(), defaults);
    }
}
