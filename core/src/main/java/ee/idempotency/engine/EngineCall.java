// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyKey;
import ee.idempotency.IdempotentCall;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus;
import ee.idempotency.ResultType;
import ee.idempotency.Retained;
import ee.idempotency.TransactionMode;
import ee.idempotency.Work;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A description of a call; immutable. The key waits for the tenant, which may still be named after it. */
record EngineCall(
        IdempotencyEngine engine,
        ResultCodec codec,
        String operation,
        String tenantName,
        @Nullable Function<String, IdempotencyKey> keyOfTenant,
        Fingerprint payload,
        OperationOptions options)
        implements IdempotentCall {

    @Override
    public IdempotentCall key(@Nullable Object... parts) {
        @Nullable Object[] copy = parts.clone();
        PartsKey.of(tenantName, copy); // refuses a bad part here, where the caller named it
        return withKey(tenant -> PartsKey.of(tenant, copy));
    }

    @Override
    public IdempotentCall key(IdempotencyKey key) {
        return withKey(tenant -> key);
    }

    private EngineCall withKey(Function<String, IdempotencyKey> key) {
        return new EngineCall(engine, codec, operation, tenantName, key, payload, options);
    }

    @Override
    public IdempotentCall subOperation(@Nullable Object... parts) {
        @Nullable Object[] copy = parts.clone();
        PartsKey.of(tenantName, "", copy); // refuses a bad part here, where the caller named it
        return withKey(tenant -> PartsKey.underClaim(tenant, operation, copy));
    }

    @Override
    public IdempotentCall tenant(String tenant) {
        IdempotencyKey.checkTenant(tenant);
        return new EngineCall(engine, codec, operation, tenant, keyOfTenant, payload, options);
    }

    @Override
    public IdempotentCall fingerprint(Object value) {
        Fingerprint fingerprint = Fingerprint.of(codec.encodePayload(value));
        return new EngineCall(engine, codec, operation, tenantName, keyOfTenant, fingerprint, options);
    }

    @Override
    public IdempotentCall lease(Duration lease) {
        return withOptions(options.withLease(lease));
    }

    @Override
    public IdempotentCall retention(Duration retention) {
        return withOptions(options.withRetention(retention));
    }

    @Override
    public IdempotentCall onLeaseLost(OnLeaseLost onLeaseLost) {
        return withOptions(options.withOnLeaseLost(onLeaseLost));
    }

    @Override
    public IdempotentCall mode(TransactionMode mode) {
        return withOptions(options.withMode(mode));
    }

    @Override
    public IdempotentCall heartbeat(boolean heartbeat) {
        return withOptions(options.withHeartbeat(heartbeat));
    }

    @Override
    public IdempotentCall waitUpTo(Duration wait) {
        return withOptions(options.withWaitUpTo(wait));
    }

    @Override
    public IdempotentCall failOn(Class<? extends Throwable> failure) {
        return withOptions(options.withFailOn(failure));
    }

    @Override
    public IdempotentCall retained(Retained retained) {
        return withOptions(options.withRetained(retained));
    }

    private EngineCall withOptions(OperationOptions changed) {
        return new EngineCall(engine, codec, operation, tenantName, keyOfTenant, payload, changed);
    }

    @Override
    public <T, X extends Exception> @Nullable T execute(Class<T> type, Work<? extends @Nullable T, X> work) throws X {
        return execute((Type) type, work);
    }

    @Override
    public <T, X extends Exception> @Nullable T execute(ResultType<T> type, Work<? extends @Nullable T, X> work)
            throws X {
        return execute(type.type(), work);
    }

    @SuppressWarnings("unchecked") // the result is of the work's type, or was decoded to exactly this type
    private <T, X extends Exception> @Nullable T execute(Type type, Work<? extends @Nullable T, X> work) throws X {
        return (@Nullable T) engine.execute(binding(), payload, options, type, work);
    }

    @Override
    public Optional<OperationStatus> lookup() {
        return engine.lookup(binding()).map(OperationStatus.class::cast);
    }

    private Binding binding() {
        if (keyOfTenant == null) {
            throw new IllegalStateException(
                    "Operation '" + operation + "' needs a key: call key(...) or subOperation(...) first");
        }
        return PartsKey.binding(tenantName, operation, keyOfTenant.apply(tenantName));
    }
}
