// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ONE_COMMIT on a pool full of connections that died while they were idle: its claim is the first statement on each. */
@Requirement("H7")
class LostConnectionTest {

    private final EngineFixture bench = new EngineFixture();
    private final AtomicInteger claims = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            bench.joining,
            new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
            new EngineEnvironment(
                    bench.transactions,
                    bench.scheduler,
                    RepeatSettings.defaults(),
                    true,
                    new EngineSeams(List.of(), List.of(), OutcomeSeal.NONE)));

    @AfterEach
    void noTransactionIsLeftOnTheThread() {
        assertThat(bench.transactions.isOpen()).isFalse();
    }

    private @Nullable Object execute() {
        return engine.execute(
                BINDING, Fingerprint.none(), OPTIONS.withMode(TransactionMode.ONE_COMMIT), String.class, () -> {
                    runs.incrementAndGet();
                    return "done";
                });
    }

    private void fail(int times, StoreUnavailableException failure) {
        bench.joining.beforeClaim = () -> {
            if (claims.incrementAndGet() <= times) {
                throw failure;
            }
        };
    }

    private static StoreUnavailableException lost() {
        return new StoreUnavailableException("the connection was closed", null, true);
    }

    @Test
    void anotherTransactionIsBegunUntilAConnectionLives() {
        fail(20, lost());

        assertThat(execute()).isEqualTo("done");

        assertThat(claims).hasValue(21);
        assertThat(runs).hasValue(1);
        assertThat(bench.transactions.commits).isEqualTo(1);
        assertThat(execute()).as("the key was stored once").isEqualTo("done");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aStoreThatIsAwayIsAskedOnce() {
        fail(1, new StoreUnavailableException("no connection", null));

        assertThatThrownBy(this::execute).isInstanceOf(StoreUnavailableException.class);

        assertThat(claims).hasValue(1);
        assertThat(execute()).as("the key is free").isEqualTo("done");
    }

    @Test
    void aCallersTransactionIsNotBegunAgain() {
        fail(1, lost());
        bench.transactions.begin();

        assertThatThrownBy(this::execute).isInstanceOf(StoreUnavailableException.class);

        assertThat(claims).hasValue(1);
        assertThat(bench.transactions.isMarkedForRollback()).isTrue();
        bench.transactions.rollback();
    }

    @Test
    void itEndsWhereNoConnectionLives() {
        fail(Integer.MAX_VALUE, lost());

        assertThatThrownBy(this::execute).isInstanceOf(StoreUnavailableException.class);

        assertThat(claims.get()).isGreaterThan(1);
        assertThat(runs).hasValue(0);
        fail(0, lost());
        assertThat(execute()).as("the key is free").isEqualTo("done");
    }
}
