// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InternalErrorException;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Expressions of keys and fingerprints. */
@Requirement("A1")
class ExpressionsTest {

    /** A payload. */
    public record Item(String name) {}

    /** A record of records. */
    public record Command(String id, Item item, List<Item> items) {}

    @ApplicationScoped
    public static class Good {

        @IdempotentOperation(key = "cmd.id", fingerprint = "cmd.item.name")
        public String component(Command cmd) {
            return UUID.randomUUID().toString();
        }

        @IdempotentOperation(key = "cmd.items.stream().map(each -> each.name).toList()")
        public String lambda(Command cmd) {
            return UUID.randomUUID().toString();
        }

        @IdempotentOperation(key = "Math.abs(number)")
        public String imported(int number) {
            return UUID.randomUUID().toString();
        }

        @IdempotentOperation(key = "tags")
        public String unordered(Set<String> tags) {
            return UUID.randomUUID().toString();
        }

        @IdempotentOperation(key = "cmd.idd")
        public String noProperty(Command cmd) {
            return UUID.randomUUID().toString();
        }
    }

    @ApplicationScoped
    public static class Misspelt {

        @IdempotentOperation(key = "ordrId", fingerprint = "orderId + ordr")
        public String call(String orderId) {
            return orderId;
        }
    }

    private static Command command(String id) {
        return new Command(id, new Item("tea"), List.of(new Item(id), new Item("tea")));
    }

    @Test
    void readsComponentsOfRecords() {
        try (Application application = Application.deploy(Good.class)) {
            Good good = application.get(Good.class);
            assertThat(good.component(command("a"))).isEqualTo(good.component(command("a")));
            assertThat(good.component(command("b"))).isNotEqualTo(good.component(command("a")));
            assertThat(good.lambda(command("a"))).isEqualTo(good.lambda(command("a")));
            assertThat(good.lambda(command("b"))).isNotEqualTo(good.lambda(command("a")));
            assertThat(good.imported(-1)).isEqualTo(good.imported(1));
        }
    }

    @Test
    void saysWhichMethodsExpressionHasNoValue() {
        try (Application application = Application.deploy(Good.class)) {
            Good good = application.get(Good.class);
            assertThatThrownBy(() -> good.noProperty(command("secret")))
                    .isInstanceOf(InternalErrorException.class)
                    .hasMessageContaining("Good.noProperty: the expression 'cmd.idd' has no value in this call")
                    .hasMessageNotContaining("secret");
        }
    }

    /** A set has another order on another node, and with it another key. */
    @Test
    @Requirement("K8")
    void refusesASetAsTheKey() {
        try (Application application = Application.deploy(Good.class)) {
            Good good = application.get(Good.class);
            assertThatThrownBy(() -> good.unordered(Set.of("a", "b")))
                    .isInstanceOf(InvalidKeyException.class)
                    .hasMessageContaining("has no stable encoding");
        }
    }

    @Test
    @Requirement("A9")
    void aNameThatIsNoParameterStopsTheDeployment() {
        assertThatThrownBy(() -> Application.deploy(Misspelt.class))
                .hasStackTraceContaining(
                        "Misspelt.call: the expression 'ordrId' names ordrId, but the parameters are orderId")
                .hasStackTraceContaining("the expression 'orderId + ordr' names ordr, but");
    }
}
