// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.ClaimRefusedException.Limit;
import ee.idempotency.Fingerprint;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.quota.internal.QuotaSettings.Part;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimGate.Asking;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.NoResults;
import ee.idempotency.tck.Requirement;
import ee.idempotency.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate, through the engine. */
@Requirement("O9")
class QuotaGateTest {

    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final Outcome.Completed ANSWER = new Outcome.Completed(201, List.of(), Bytes.of(new byte[] {1}));
    private static final int RATE = 600;
    private static final int BURST = 50;

    private final AtomicLong now = new AtomicLong();
    private final SettableClock clock = new SettableClock();
    private final QuotaGate gate = new QuotaGate();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            new InMemoryIdempotencyStore(clock, InMemoryIdempotencyStore.DEFAULT_CAPACITY),
            new ResultOutcomes(new NoResults(), 1),
            new EngineEnvironment(
                    Transactions.NONE,
                    null,
                    RepeatSettings.defaults(),
                    true,
                    new EngineSeams(List.of(), List.of(gate), OutcomeSeal.NONE)));

    @BeforeEach
    void start() {
        gate.start(new QuotaSettings(RATE, BURST, Set.of(Part.TENANT, Part.CALLER)), now::get);
    }

    private BeginResult begin(String tenant, String key) {
        return engine.begin(new Binding(tenant, "charge", "alice", key), Fingerprint.none(), OPTIONS);
    }

    /** Whether a call runs; one that does completes. */
    private boolean runs(String tenant, String key) {
        try {
            ((BeginResult.Acquired) begin(tenant, key)).attempt().complete(ANSWER);
            return true;
        } catch (ClaimRefusedException refused) {
            return false;
        }
    }

    @Test
    void floodOfNewKeysRunsNoMoreThanTheRateAllowsAndNoRepeatIsRefused() {
        List<String> ran = IntStream.range(0, 20_000)
                .peek(call -> now.addAndGet(Duration.ofMillis(1).toNanos()))
                .mapToObj(call -> "key-" + call)
                .filter(key -> runs("flood", key))
                .toList();

        assertThat(ran).hasSize(BURST + 20 * RATE / 60 - 1);
        assertThat(ran).allSatisfy(key -> assertThat(begin("flood", key)).isEqualTo(new BeginResult.Replay(ANSWER)));
        assertThat(runs("another", "key-1")).isTrue();
    }

    @Test
    void refusalSaysWhenAndWhatTheLimitIs() {
        IntStream.range(0, BURST).forEach(call -> runs("acme", "key-" + call));

        assertThat(gate.check(new Asking("acme", "refund", "alice"))).hasValueSatisfying(refusal -> {
            assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(100));
            assertThat(refusal.alsoTakeovers()).isFalse();
            assertThat(refusal.limit()).contains(new Limit("new-claims", RATE, Duration.ofMinutes(1)));
        });
    }

    @Test
    void callThatIsGivenBackIsNotCounted() {
        for (int call = 0; call < 3 * BURST; call++) {
            ((BeginResult.Acquired) begin("acme", "key-" + call)).attempt().release();
        }

        assertThat(runs("acme", "another")).isTrue();
    }

    @Test
    void attemptWhoseOwnerIsGoneIsTakenOverAlsoBeyondTheLimit() {
        begin("acme", "dead");
        IntStream.range(0, BURST).forEach(call -> runs("acme", "key-" + call));
        clock.advance(OPTIONS.lease());

        assertThat(runs("acme", "new")).isFalse();
        assertThat(runs("acme", "dead")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TENANT, bob, refund", "CALLER, bob, charge", "OPERATION, alice, refund"})
    void onlyWhatIsAskedForHasABucketOfItsOwn(Part part, String caller, String operation) {
        gate.start(new QuotaSettings(RATE, 1, Set.of(part)), now::get);
        gate.acquired(new Asking("acme", "charge", "alice"));

        boolean sharesTheBucket =
                gate.check(new Asking("acme", operation, caller)).isPresent();

        assertThat(sharesTheBucket).isEqualTo(part == Part.TENANT);
    }
}
