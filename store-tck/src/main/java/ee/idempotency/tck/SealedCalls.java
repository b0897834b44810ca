// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.Transactions;
import ee.idempotency.store.ForwardingStore;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls through an engine whose seal is a vault: it keeps the outcome, and the store is given a random name for it. */
final class SealedCalls implements OutcomeSeal, ResultCodec {

    private static final OperationOptions OPTIONS = OperationOptions.of(StoreContract.LEASE, StoreContract.RETENTION)
            .withFailOn(IllegalArgumentException.class);

    private final StoreProbe probe;
    private final Map<String, Outcome> vault = new ConcurrentHashMap<>();
    private volatile @Nullable Outcome lastSealed;

    SealedCalls(StoreProbe probe) {
        this.probe = probe;
    }

    /** How many outcomes were sealed. */
    int sealed() {
        return vault.size();
    }

    /** The outcome as the engine gave it to the store. */
    Outcome lastSealed() {
        return requireNonNull(lastSealed);
    }

    /** Runs on this node or the other, by turns. */
    @Nullable
    Object execute(int turn, String key, String result) {
        return engine(turn).execute(binding(key), Fingerprint.none(), OPTIONS, String.class, () -> result);
    }

    /** Runs on this node, and fails for good. */
    void fail(String key, String message) {
        engine(0).execute(binding(key), Fingerprint.none(), OPTIONS, String.class, () -> {
            throw new IllegalArgumentException(message);
        });
    }

    IdempotencyRecord record(String key) {
        return probe.record(Requests.request(binding(key)));
    }

    private static Binding binding(String key) {
        return new Binding("tenant", "charge", "alice", key);
    }

    private IdempotencyEngine engine(int turn) {
        return new IdempotencyEngine(
                new ForwardingStore(probe.node(turn)) {
                    @Override
                    public Claim claim(ClaimRequest request) {
                        return probe.claimOnNode(turn, request);
                    }
                },
                new ResultOutcomes(this, 1024),
                new EngineEnvironment(
                        Transactions.NONE,
                        null,
                        RepeatSettings.defaults(),
                        true,
                        new EngineSeams(List.of(), List.of(), this)));
    }

    @Override
    public Sealer prepare(Place place) {
        return outcome -> {
            String name = place.recordKey() + " " + UUID.randomUUID();
            vault.put(name, outcome);
            Outcome sealed = outcome instanceof Outcome.Failed failed
                    ? new Outcome.Failed(failed.code(), name)
                    : new Outcome.Completed(0, List.of(), Bytes.of(name.getBytes(UTF_8)));
            lastSealed = sealed;
            return sealed;
        };
    }

    @Override
    public Outcome open(Place place, Outcome sealed) {
        String name = sealed instanceof Outcome.Failed failed
                ? failed.message()
                : new String(requireNonNull(((Outcome.Completed) sealed).body()).toArray(), UTF_8);
        assertThat(name).startsWith(place.recordKey().toString());
        return requireNonNull(vault.get(name), "a changed outcome was opened");
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public byte[] encode(Object value, Type declaredType) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public Object decode(byte[] encoded, Type declaredType) {
        return new String(encoded, UTF_8);
    }
}
