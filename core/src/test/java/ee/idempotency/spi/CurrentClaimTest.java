// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotencyAssert;
import ee.idempotency.Work;
import ee.idempotency.testing.Requirement;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CurrentClaimTest {

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
        return new ActiveClaim(binding, new Ownership(RecordKey.of(binding), new UUID(1, 2), 1, 0), new NoLease());
    }
}
