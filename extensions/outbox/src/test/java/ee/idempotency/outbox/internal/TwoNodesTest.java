// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static ee.idempotency.outbox.internal.Outboxes.ORDER;
import static ee.idempotency.outbox.internal.Outboxes.PLACED;
import static ee.idempotency.outbox.internal.Outboxes.outbox;
import static ee.idempotency.outbox.internal.Outboxes.settings;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;

/** Relays that run at the same time share the events, and keep the order of each aggregate. */
@Requirement("O3")
@Tag("all")
class TwoNodesTest {

    private static final int AGGREGATES = 10;
    private static final int EVENTS_EACH = 20;
    private static final int RELAYS = 4;

    private final List<OutboxEvent> sent = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> relaysThatSent = ConcurrentHashMap.newKeySet();

    @EveryDatabase
    void eachEventIsSentOnceAndNoneBeforeAnEarlierOne(DatabaseKind database) throws Exception {
        Outboxes outboxes = new Outboxes(database);
        publish(outboxes.node());

        ExecutorService threads = Executors.newFixedThreadPool(RELAYS);
        CyclicBarrier together = new CyclicBarrier(RELAYS);
        try {
            List<Future<?>> relays = new ArrayList<>();
            for (int i = 0; i < RELAYS; i++) {
                int number = i;
                Relay relay = outboxes.relay(
                        outboxes.node(),
                        event -> {
                            relaysThatSent.add(number);
                            sent.add(event);
                        },
                        OutboxSettings.BATCH,
                        "4");
                relays.add(threads.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    while (!Thread.currentThread().isInterrupted()
                            && outboxes.events("SENT") < AGGREGATES * EVENTS_EACH) {
                        relay.run();
                    }
                    return null;
                }));
            }
            for (Future<?> relay : relays) {
                relay.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(relaysThatSent).as("it was a race").hasSizeGreaterThan(1);
        assertThat(sent.stream().map(OutboxEvent::id)).doesNotHaveDuplicates().hasSize(AGGREGATES * EVENTS_EACH);
        assertThat(inversions()).isZero();
    }

    private static void publish(TestNode node) {
        for (int event = 0; event < EVENTS_EACH; event++) {
            int number = event;
            node.inTransaction(() -> {
                for (int order = 0; order < AGGREGATES; order++) {
                    outbox(node, settings()).publish(ORDER, "o" + order, PLACED, Integer.toString(number));
                }
                return "done";
            });
        }
    }

    private long inversions() {
        Map<String, Integer> last = new HashMap<>();
        long inversions = 0;
        for (OutboxEvent event : sent) {
            int number = Integer.parseInt(event.payload());
            Integer before = last.put(event.aggregateId(), number);
            inversions += before != null && before > number ? 1 : 0;
        }
        return inversions;
    }
}
