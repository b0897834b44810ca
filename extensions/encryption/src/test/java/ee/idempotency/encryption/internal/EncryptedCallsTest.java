// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.Fingerprint;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.NoResults;
import ee.idempotency.tck.Requirement;
import ee.idempotency.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls whose outcomes are encrypted and whose fingerprints are keyed, through the engine. */
@Requirement("O1")
class EncryptedCallsTest {

    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final Fingerprint PAYLOAD = Fingerprint.of(new byte[] {1});
    private static final Fingerprint OTHER = Fingerprint.of(new byte[] {2});
    private static final Outcome.Completed ANSWER = new Outcome.Completed(201, List.of(), Bytes.of(new byte[] {1}));

    private final TestKeys keys = new TestKeys("k1");
    private final SettableClock clock = new SettableClock();
    private final InMemoryIdempotencyStore store =
            new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY);
    private final IdempotencyEngine engine = engine(false);

    private IdempotencyEngine engine(boolean acceptPlain) {
        return engine(List.of(asking -> DestroyedKeysGate.refusal(keys, asking.tenant())), acceptPlain);
    }

    private IdempotencyEngine engine(List<ClaimGate> gates, boolean acceptPlain) {
        return new IdempotencyEngine(
                store,
                new ResultOutcomes(new NoResults(), 1),
                new EngineEnvironment(
                        Transactions.NONE,
                        null,
                        RepeatSettings.defaults(),
                        true,
                        new EngineSeams(List.of(), gates, new OutcomeEncryption(keys, acceptPlain))));
    }

    private static Binding key(String key) {
        return new Binding("acme", "charge", "alice", key);
    }

    private static void run(IdempotencyEngine on, String key, Fingerprint payload) {
        ((BeginResult.Acquired) on.begin(key(key), payload, OPTIONS)).attempt().complete(ANSWER);
    }

    private Fingerprint stored(String key) {
        return store.lookup(key(key).recordKey()).orElseThrow().fingerprint();
    }

    @Test
    void aRepeatIsReplayedAndAnotherPayloadRefused() {
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f1"));
        run(engine, "a", PAYLOAD);

        assertThat(engine.begin(key("a"), PAYLOAD, OPTIONS)).isEqualTo(new BeginResult.Replay(ANSWER));
        assertThatThrownBy(() -> engine.begin(key("a"), OTHER, OPTIONS)).isInstanceOf(KeyReusedException.class);
    }

    @Test
    void aFingerprintInADumpConfirmsNoGuessAndShowsNoEqualPayloads() {
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f1"));
        run(engine, "a", PAYLOAD);
        run(engine, "b", PAYLOAD);

        assertThat(Set.of(stored("a"), stored("b"), PAYLOAD)).hasSize(3);
    }

    @Test
    void fingerprintsArePlainWithoutAKeyOfTheirOwn() {
        run(engine, "a", PAYLOAD);

        assertThat(stored("a")).isEqualTo(PAYLOAD);
    }

    @Test
    void fingerprintsOfTheOldKeyAreKnown() {
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f1"));
        run(engine, "a", PAYLOAD);
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f2"), TestKeys.fingerprintKey("f1"));

        assertThat(engine.begin(key("a"), PAYLOAD, OPTIONS)).isEqualTo(new BeginResult.Replay(ANSWER));
        assertThatThrownBy(() -> engine.begin(key("a"), OTHER, OPTIONS)).isInstanceOf(KeyReusedException.class);
    }

    @Test
    void recordsFromBeforeAreKnownWherePlainOnesAreAccepted() {
        run(new IdempotencyEngine(store, new ResultOutcomes(new NoResults(), 1)), "a", PAYLOAD);
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f1"));

        assertThat(engine(true).begin(key("a"), PAYLOAD, OPTIONS)).isEqualTo(new BeginResult.Replay(ANSWER));
        assertThatThrownBy(() -> engine.begin(key("a"), PAYLOAD, OPTIONS)).isInstanceOf(KeyReusedException.class);
    }

    @Test
    void nothingRunsWhileTheKeysCannotBeHad() {
        keys.away = true;

        assertThatThrownBy(() -> engine.begin(key("a"), PAYLOAD, OPTIONS))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(store.lookup(key("a").recordKey())).isEmpty();
    }

    @Test
    void ofATenantWhoseKeysAreDestroyedNothingIsReadAndNothingRuns() {
        keys.ofFingerprints = List.of(TestKeys.fingerprintKey("f1"));
        run(engine, "a", PAYLOAD);
        keys.current = List.of();

        assertThatThrownBy(() -> engine.begin(key("a"), PAYLOAD, OPTIONS))
                .isInstanceOf(OutcomeNotRetainedException.class);
        assertThatThrownBy(() -> engine.begin(key("a"), OTHER, OPTIONS)).isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> engine.begin(key("b"), PAYLOAD, OPTIONS)).isInstanceOf(ClaimRefusedException.class);
        assertThat(store.lookup(key("b").recordKey())).isEmpty();
    }

    @Test
    void ofSuchATenantNoAttemptIsTakenOver() {
        engine.begin(key("a"), PAYLOAD, OPTIONS);
        clock.advance(OPTIONS.lease());
        keys.current = List.of();

        assertThatThrownBy(() -> engine.begin(key("a"), PAYLOAD, OPTIONS)).isInstanceOf(ClaimRefusedException.class);
    }

    @Test
    void keysAreExchangedUnderLoadAndNoRepeatIsDamaged() throws Exception {
        int clients = 8;
        int calls = 60;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> all = IntStream.range(0, clients)
                    .<Callable<Integer>>mapToObj(client -> () -> {
                        for (int call = 0; call < calls; call++) {
                            if (client == 0 && call % 20 == 19) {
                                int next = call / 20 + 2;
                                keys.current = TestKeys.keys(IntStream.iterate(next, id -> id > 0, id -> id - 1)
                                        .mapToObj(id -> "k" + id)
                                        .toArray(String[]::new));
                            }
                            String key = client + "-" + call;
                            run(engine, key, PAYLOAD);
                            assertThat(engine.begin(key(key), PAYLOAD, OPTIONS))
                                    .isEqualTo(new BeginResult.Replay(ANSWER));
                        }
                        return calls;
                    })
                    .toList();
            int done = 0;
            for (Future<Integer> each : threads.invokeAll(all)) {
                done += each.get();
            }
            assertThat(done).isEqualTo(clients * calls);
            assertThat(keys.current).as("three rotations").hasSize(4);
        } finally {
            threads.shutdown();
        }
        for (int client = 0; client < clients; client++) {
            assertThat(engine.begin(key(client + "-0"), PAYLOAD, OPTIONS)).isEqualTo(new BeginResult.Replay(ANSWER));
        }
    }
}
