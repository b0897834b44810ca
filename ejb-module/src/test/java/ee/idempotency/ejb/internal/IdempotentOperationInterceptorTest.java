// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.ejb.internal.Receipts.Order;
import ee.idempotency.ejb.internal.Receipts.Receipt;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotentOperationInterceptorTest {

    private final Application application = Application.deploy(Receipts.class, PricedOrders.class);
    private final Receipts receipts = application.get(Receipts.class);

    @BeforeEach
    void count() {
        Receipts.RUNS.set(0);
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    @Requirement("A1")
    void runsOnceAndReturnsTheSameTypedResult() {
        Receipt first = receipts.send("o-1", "ada");
        Receipt repeat = receipts.send("o-1", "ada");

        assertThat(Receipts.RUNS).hasValue(1);
        assertThat(repeat).usingRecursiveComparison().isEqualTo(first);
        assertThat(receipts.send("o-2", "ada").run).isEqualTo(2);
    }

    @Test
    @Requirement("A1")
    void takesTheKeyFromAnExpressionAndKeepsGenericResults() {
        List<Receipt> first = receipts.place(new Order("o-1", List.of("tea")));
        List<Receipt> repeat = receipts.place(new Order("o-1", List.of("tea")));

        assertThat(repeat).usingRecursiveComparison().isEqualTo(first);
        assertThat(repeat.get(0)).isInstanceOf(Receipt.class);
        assertThat(Receipts.RUNS).hasValue(1);
    }

    @Test
    @Requirement("A1")
    void makesAKeyOfSeveralPartsFromAListExpression() {
        assertThat(receipts.count(new Order("o-1", List.of("tea")))).isEqualTo(1);
        assertThat(receipts.count(new Order("o-1", List.of("milk")))).isEqualTo(1);
        assertThat(receipts.count(new Order("o-1", List.of("tea", "milk")))).isEqualTo(2);
    }

    @Test
    @Requirement("A1")
    void refusesAnotherPayloadUnderTheKeyOfTheExpression() {
        receipts.place(new Order("o-1", List.of("tea")));

        assertThatThrownBy(() -> receipts.place(new Order("o-1", List.of("coffee"))))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("place-order")
                .hasMessageNotContaining("o-1");
    }

    @Test
    @Requirement("A1")
    void storesVoidAndNullResults() {
        receipts.inform(7);
        receipts.inform(7);
        assertThat(receipts.findNothing(7)).isNull();
        assertThat(receipts.findNothing(7)).isNull();

        assertThat(Receipts.RUNS).hasValue(2);
    }

    @Test
    @Requirement("C7")
    void storesAFailureThatIsAnAnswerAndGivesTheKeyBackForAnyOther() {
        assertThatThrownBy(() -> receipts.decline("o-1")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> receipts.decline("o-1"))
                .isInstanceOfSatisfying(PreviouslyFailedException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("NumberFormatException");
                    assertThat(failure.failureMessage())
                            .as("the application's own text")
                            .isEmpty();
                });
        assertThat(Receipts.RUNS).hasValue(1);

        assertThatThrownBy(() -> receipts.decline("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> receipts.decline("")).isInstanceOf(IOException.class);
        assertThat(Receipts.RUNS).hasValue(3);
    }

    @Test
    @Requirement("A8")
    void tellsWhetherTheInterceptorApplied() {
        receipts.send("o-1", "asserts inside that it is claimed");
        assertThatThrownBy(receipts::unprotected)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("injected bean");
        assertThatThrownBy(() -> new Receipts().send("o-2", "made with new")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Requirement("K2")
    void refusesACallWhoseKeyPartsAreAllNull() {
        assertThatThrownBy(() -> receipts.send(null, "nobody")).isInstanceOf(InvalidKeyException.class);
        assertThat(Receipts.RUNS).hasValue(0);
    }

    @Test
    @Requirement("K5")
    void keepsMethodsOfAnAnnotatedClassApart() {
        PricedOrders orders = application.get(PricedOrders.class);

        assertThat(orders.price("o-1")).isEqualTo("price 1 of o-1");
        assertThat(orders.discount("o-1")).isEqualTo("discount 2 of o-1");
        assertThat(orders.price("o-1")).isEqualTo("price 1 of o-1");
    }

    @Test
    @Requirement("A2")
    void offersTheSameByHand() {
        Idempotency idempotency = application.get(Idempotency.class);
        var call = idempotency.operation("charge").key("o-1").fingerprint(new Order("o-1", List.of("tea")));

        String first = call.execute(String.class, () -> "run " + Receipts.RUNS.incrementAndGet());
        String repeat = call.execute(String.class, () -> "run " + Receipts.RUNS.incrementAndGet());

        assertThat(first).isEqualTo("run 1");
        assertThat(repeat).isEqualTo(first);
        assertThat(call.lookup()).isPresent();
    }
}
