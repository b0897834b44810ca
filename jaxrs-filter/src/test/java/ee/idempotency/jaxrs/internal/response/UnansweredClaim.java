// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.Fingerprint;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.operation.ProtectedOperation;
import ee.idempotency.jaxrs.internal.operation.StatusRules;
import ee.idempotency.jaxrs.internal.problem.ProblemFormat;
import ee.idempotency.jaxrs.internal.problem.RequestPlace;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.StatusSettings;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.operation.KeySource;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A claim of a request that nobody answers. */
public final class UnansweredClaim {

    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(InstantSource.system(), 10);
    private final Binding binding = new Binding("default", "POST /x", "anonymous", "one");
    private final ClaimedExchange exchange;

    /** Claims. */
    public UnansweredClaim() {
        ResultCodec none = (ResultCodec) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultCodec.class}, (proxy, method, arguments) -> null);
        IdempotencyEngine engine = new IdempotencyEngine(store, new ResultOutcomes(none, 1));
        OperationOptions options = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
        BeginResult.Acquired running = (BeginResult.Acquired) engine.begin(binding, Fingerprint.none(), options);
        ProtectedOperation operation = new ProtectedOperation(
                getClass().getDeclaredMethods()[0],
                "POST /x",
                false,
                "",
                "/x",
                KeySource.USUAL,
                true,
                false,
                options,
                StatusRules.of(Optional.empty(), new StatusSettings(Set.of(), Set.of())),
                PayloadFingerprints.of(
                        List.of(), new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of())));
        HttpSettings settings = HttpSettings.read(new SettingsReader(name -> null));
        exchange = new ClaimedExchange(
                running.attempt(),
                operation,
                new ProblemFormat(settings),
                new RequestPlace("POST /x", "/"),
                new HeaderRules(settings),
                OutsideAnswer.NONE,
                1000,
                Instant.EPOCH);
    }

    /** What the request filter leaves in the request. */
    public Object exchange() {
        return exchange;
    }

    /** Whether its key is still claimed. */
    public boolean isHeld() {
        return store.lookup(binding.recordKey()).isPresent();
    }
}
