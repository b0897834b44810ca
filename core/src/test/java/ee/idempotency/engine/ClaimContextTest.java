// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyContext;
import ee.idempotency.NotOwnerException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("X7")
class ClaimContextTest {

    private final EngineFixture bench = new EngineFixture();
    private final IdempotencyContext context = new ClaimContext(CallScope.NONE);

    @Test
    void tellsWhatTheRunningCallHolds() {
        bench.execute(() -> {
            assertThat(context.isActive()).isTrue();
            assertThat(context.operation()).isEqualTo(BINDING.operation());
            assertThat(context.key()).isEqualTo(BINDING.key());
            assertThat(context.attempt()).isEqualTo(1);
            assertThat(context.ownerToken())
                    .isEqualTo(CurrentClaim.find().orElseThrow().ownership().ownerToken());
            assertThat(context.remainingLease()).isBetween(OPTIONS.lease().minusSeconds(10), OPTIONS.lease());
            assertThat(context.isLost()).isFalse();
            return "done";
        });

        assertThat(context.isActive()).isFalse();
    }

    @Test
    void asksTheStoreWhetherTheClaimIsOwnedAndSaysSoFromThenOn() {
        assertThatThrownBy(() -> bench.execute(() -> {
                    context.assertOwned();
                    assertThat(bench.store.calls()).containsExactly(Verb.CLAIM, Verb.RENEW);
                    bench.store.delete(BINDING.recordKey());
                    assertThatThrownBy(context::assertOwned).isInstanceOf(NotOwnerException.class);
                    assertThat(context.isLost()).isTrue();
                    assertThat(context.remainingLease()).isEqualTo(Duration.ZERO);
                    return "sent twice";
                }))
                .isInstanceOf(NotOwnerException.class);
    }

    @Test
    void refusesWhereThereIsNoClaim() {
        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                context::operation,
                context::key,
                context::attempt,
                context::ownerToken,
                context::remainingLease,
                context::isLost,
                context::assertOwned,
                () -> context.downstreamKey("card-network"))) {
            assertThatThrownBy(asked).isInstanceOf(IllegalStateException.class).hasMessageContaining("under no claim");
        }
    }

    /** Were this to change, the calls of every retry that spans the change would be made twice downstream. */
    @Test
    void derivesTheSameDownstreamKeyForEver() {
        Binding binding = new Binding("acme", "charge", "ada", "order-42");

        assertThat(DownstreamKey.of(binding, "card-network")).isEqualTo("9kvpy_AGn1L7MpxzcsZcBXhowdKug2wqgiEovxnBCfE");
    }

    @Test
    void derivesTheSameDownstreamKeyOnEveryAttempt() {
        Set<String> keys = new HashSet<>();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> bench.execute(() -> {
                        keys.add(context.downstreamKey("card-network"));
                        throw new IllegalStateException("the network is down");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(keys).hasSize(1).allMatch(key -> key.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void derivesAnotherDownstreamKeyWheneverAnythingDiffers() {
        assertThat(List.of(
                        DownstreamKey.of(new Binding("t", "op", "ada", "key"), "name"),
                        DownstreamKey.of(new Binding("u", "op", "ada", "key"), "name"),
                        DownstreamKey.of(new Binding("t", "o", "pada", "key"), "name"),
                        DownstreamKey.of(new Binding("t", "op", "bob", "key"), "name"),
                        DownstreamKey.of(new Binding("t", "op", "ada", "keyn"), "ame"),
                        DownstreamKey.of(new Binding("t", "op", "ada", "key"), "other")))
                .doesNotHaveDuplicates()
                .noneMatch(key -> key.contains("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> DownstreamKey.of(BINDING, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 255 printable characters");
    }
}
