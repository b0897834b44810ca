// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyAssert;
import ee.idempotency.Work;
import ee.idempotency.testing.Requirement;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentClaimTest {

    private static final Binding ANOTHER = new Binding("acme", "inner", "", "another");

    private static final ActiveClaim OUTER = claim("outer");
    private static final ActiveClaim INNER = claim("inner");

    @AfterEach
    void nothingIsLeftOnTheThread() {
        assertThat(CurrentClaim.find()).isEmpty();
    }

    @Test
    @Requirement("X5")
    void innermostClaimIsFoundAndTheOuterOneRestored() {
        CurrentClaim.callWith(OUTER, () -> {
            assertThat(CurrentClaim.find()).contains(OUTER);
            assertThat(CurrentClaim.callWith(INNER, CurrentClaim::find)).contains(INNER);
            assertThat(CurrentClaim.find()).contains(OUTER);
            return null;
        });
    }

    @Test
    void claimIsUnboundWhenTheWorkThrows() {
        Work<String, IOException> failing = () -> {
            throw new IOException("disk full");
        };

        CurrentClaim.callWith(OUTER, () -> {
            assertThatThrownBy(() -> CurrentClaim.callWith(INNER, failing)).isInstanceOf(IOException.class);
            assertThat(CurrentClaim.find()).contains(OUTER);
            return null;
        });
    }

    @Test
    @Requirement("X5")
    void aClaimThatARequestHoldsIsFoundWhileItsApplicationRuns() {
        CallScope request = new HeldClaim(INNER);
        CurrentClaim.register(request);
        try {
            assertThat(CurrentClaim.find()).contains(INNER);
            assertThat(CurrentClaim.isOf("acme", "inner", () -> ANOTHER))
                    .as("the key of a request is its client's")
                    .isTrue();
            assertThat(CurrentClaim.isOf("acme", "outer", () -> ANOTHER)).isFalse();
            assertThat(CurrentClaim.callWith(OUTER, CurrentClaim::find))
                    .as("a claim of the thread is further in")
                    .contains(OUTER);
        } finally {
            CurrentClaim.unregister(request);
        }
        assertThat(CurrentClaim.find()).isEmpty();
    }

    @Test
    @Requirement("X5")
    void aMethodOfTheSameRecordBelongsToItsClaimAndOneOfAnotherKeyDoesNot() {
        Binding inner = INNER.binding();
        Binding outer = OUTER.binding();
        CurrentClaim.callWith(
                OUTER,
                () -> CurrentClaim.callWith(INNER, () -> {
                    assertThat(CurrentClaim.isOf(inner.tenant(), inner.operation(), () -> inner))
                            .isTrue();
                    assertThat(CurrentClaim.isOf(outer.tenant(), outer.operation(), () -> outer))
                            .as("further out")
                            .isTrue();
                    Binding child = new Binding(inner.tenant(), inner.operation(), "", "child");
                    assertThat(CurrentClaim.isOf(child.tenant(), child.operation(), () -> child))
                            .as("another key of the same operation")
                            .isFalse();
                    assertThat(CurrentClaim.isOf("other", inner.operation(), () -> {
                                throw new AssertionError("not asked");
                            }))
                            .isFalse();
                    return null;
                }));
    }

    private record HeldClaim(ActiveClaim held) implements CallScope {

        @Override
        public Optional<ActiveClaim> claim() {
            return Optional.of(held);
        }

        @Override
        public void hold(ActiveClaim claim) {
            throw new UnsupportedOperationException("holds another");
        }

        @Override
        public void answered(boolean replayed) {
            throw new UnsupportedOperationException("holds a claim only");
        }

        @Override
        public void admit() {
            throw new UnsupportedOperationException("holds a claim only");
        }

        @Override
        public boolean isAdmitted() {
            return false;
        }

        @Override
        public boolean isReplayed() {
            return false;
        }
    }

    @Test
    @Requirement("A8")
    void assertClaimedTellsWhetherACallIsProtected() {
        CurrentClaim.callWith(OUTER, () -> {
            IdempotencyAssert.assertClaimed();
            return null;
        });

        assertThatThrownBy(IdempotencyAssert::assertClaimed)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no idempotency claim");
    }

    private static ActiveClaim claim(String operation) {
        Binding binding = new Binding("acme", operation, "", "key");
        return new ActiveClaim(binding, new Ownership(binding.recordKey(), new UUID(1, 2), 1, 0), new NoLease());
    }
}
