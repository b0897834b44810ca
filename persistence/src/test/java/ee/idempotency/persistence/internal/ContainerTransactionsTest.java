// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ContainerTransactionsTest {

    /** Seen on Payara: a request could begin no transaction because a sweep was in the database at the same time. */
    @Test
    @Requirement("X6")
    void callsAtOneTimeDoNotExchangeWhatTheirComponentsMayDo() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (WeldContainer container = new Weld()
                .disableDiscovery()
                .addBeanClasses(
                        ContainerTransactions.class,
                        InNewTransaction.class,
                        InCurrentTransaction.class,
                        PayaraLikeTransactional.class)
                .initialize()) {
            ContainerTransactions transactions =
                    container.select(ContainerTransactions.class).get();
            CyclicBarrier bothInside = new CyclicBarrier(2);
            Future<String> request = threads.submit(() -> rightAfter("all", transactions, bothInside));
            Future<String> timer = threads.submit(() -> rightAfter("no UserTransaction", transactions, bothInside));
            assertThat(request.get(30, TimeUnit.SECONDS)).isEqualTo("nothing, then all");
            assertThat(timer.get(30, TimeUnit.SECONDS)).isEqualTo("nothing, then no UserTransaction");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String rightAfter(String right, ContainerTransactions transactions, CyclicBarrier bothInside) {
        PayaraLikeTransactional.RIGHT.set(right);
        String inside = transactions.runInNew(() -> {
            await(bothInside);
            return PayaraLikeTransactional.RIGHT.get();
        });
        return inside + ", then " + PayaraLikeTransactional.RIGHT.get();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
