// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineBudgetTest {

    private static final long MINUTE = 60_000_000_000L;

    private final AtomicLong now = new AtomicLong(-7);
    private final LineBudget budget = new LineBudget(2, now::get);

    @Test
    void countsWhatIsNotWritten() {
        assertThat(budget.spend()).isZero();
        assertThat(budget.spend()).isZero();
        assertThat(budget.spend()).isEqualTo(-1);
        assertThat(budget.spend()).isEqualTo(-1);

        now.addAndGet(MINUTE - 1);
        assertThat(budget.spend()).isEqualTo(-1);

        now.addAndGet(1);
        assertThat(budget.spend()).isEqualTo(3);
        assertThat(budget.spend()).isZero();
        assertThat(budget.spend()).isEqualTo(-1);
    }
}
