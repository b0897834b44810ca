// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriedTestTest {

    record Receipt(int number) {}

    private static final Set<Retry> RUN = EnumSet.noneOf(Retry.class);

    private final AtomicInteger charges = new AtomicInteger();
    private final AtomicReference<Object> lastKey = new AtomicReference<>();

    private Receipt charge(Idempotency idempotency, String order) {
        return idempotency
                .operation("charge")
                .key(order)
                .execute(Receipt.class, () -> new Receipt(charges.incrementAndGet()));
    }

    /** As a service does that knows its requests by a key. */
    private Receipt chargeByAGateway(Idempotency idempotency, String order) {
        return idempotency.operation("charge").key(order).execute(Receipt.class, () -> {
            if (!order.equals(lastKey.getAndSet(order))) {
                charges.incrementAndGet();
            }
            return new Receipt(charges.get());
        });
    }

    @RetriedTest
    void protectedCallHasOneEffect(Retried retried) throws Exception {
        RUN.add(retried.way());

        Receipt receipt =
                retried.assertOneEffect(() -> chargeByAGateway(retried.idempotency(), "order-1"), charges::get);

        assertThat(receipt).isEqualTo(new Receipt(1));
    }

    @AfterAll
    static void everyWayWasRun() {
        assertThat(RUN).containsExactlyInAnyOrder(Retry.values());
    }

    @ParameterizedTest
    @EnumSource(names = "AFTER_A_CRASH", mode = EnumSource.Mode.EXCLUDE)
    void callWithoutProtectionIsFound(Retry way) {
        assertThatThrownBy(() -> new Retried(way).assertOneEffect(charges::incrementAndGet, charges::get))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("times, not once");
    }

    @ParameterizedTest
    @EnumSource(names = "AFTER_A_CRASH", mode = EnumSource.Mode.EXCLUDE)
    void resultsThatDifferAreFound(Retry way) {
        AtomicInteger results = new AtomicInteger();
        AtomicInteger effects = new AtomicInteger();

        assertThatThrownBy(() -> new Retried(way)
                        .assertOneEffect(
                                () -> {
                                    effects.set(1);
                                    return results.incrementAndGet();
                                },
                                effects::get))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not equal");
    }

    @RetriedTest(Retry.AFTER_A_CRASH)
    void effectWithoutAKeyOfItsOwnHappensTwiceAfterACrash(Retried retried) {
        assertThatThrownBy(() -> retried.assertOneEffect(() -> charge(retried.idempotency(), "order-1"), charges::get))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("2 times", "downstreamKey");
    }

    @RetriedTest(Retry.AFTER_A_CRASH)
    void callThatCannotCrashIsReported(Retried retried) {
        assertThatThrownBy(() -> retried.assertOneEffect(() -> "unprotected", charges::get))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AFTER_A_CRASH");
    }
}
