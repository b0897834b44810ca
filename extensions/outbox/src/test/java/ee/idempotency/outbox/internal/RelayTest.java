// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static ee.idempotency.outbox.internal.Outboxes.ORDER;
import static ee.idempotency.outbox.internal.Outboxes.PLACED;
import static ee.idempotency.outbox.internal.Outboxes.admin;
import static ee.idempotency.outbox.internal.Outboxes.outbox;
import static ee.idempotency.outbox.internal.Outboxes.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.NotSentException;
import ee.idempotency.outbox.OutboxAdmin;
import ee.idempotency.outbox.OutboxAdmin.State;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What is due is sent, in order, until it has arrived or an operator is needed. */
@Requirement("O3")
class RelayTest {

    private Outboxes outboxes;
    private TestNode node;
    private final List<OutboxEvent> sent = new ArrayList<>();

    private void start(DatabaseKind database) {
        outboxes = new Outboxes(database);
        node = outboxes.node();
        sent.clear();
    }

    @EveryDatabase
    void sendsEachEventOnceInItsOrder(DatabaseKind database) {
        start(database);
        List<UUID> published = List.of(publish("17"), publish("17"), publish("18"), publish("17"));

        assertThat(outboxes.relay(node, sent::add).run()).isEqualTo(4);
        assertThat(outboxes.relay(node, sent::add).run()).isZero();

        assertThat(sent.stream().map(OutboxEvent::id)).containsExactlyInAnyOrderElementsOf(published);
        assertThat(sent.stream()
                        .filter(event -> event.aggregateId().equals("17"))
                        .map(OutboxEvent::id))
                .containsExactly(published.get(0), published.get(1), published.get(3));
        assertThat(outboxes.events("SENT")).isEqualTo(4);
        OutboxEvent first = sent.get(0);
        assertThat(first.payload()).isEqualTo("{\"order\": \"17\"}");
        assertThat(first.source()).isEqualTo("/");
        assertThat(first.tries()).isEqualTo(1);
    }

    /** What comes later must not be seen before what failed; other aggregates do not wait. */
    @EveryDatabase
    void aFailureHoldsBackItsAggregateOnly(DatabaseKind database) {
        start(database);
        UUID failing = publish("17");
        publish("17");
        UUID other = publish("18");

        Relay relay = outboxes.relay(node, failing(failing));
        relay.run();

        assertThat(sent.stream().map(OutboxEvent::id)).containsExactly(other);
        assertThat(outboxes.text("select last_error from idempotency_outbox where id = '" + failing + "'"))
                .isEqualTo("java.lang.IllegalStateException");
        relay.run();
        assertThat(sent).as("it is not yet due again").hasSize(1);
    }

    @EveryDatabase
    void withoutOrderOnlyTheEventItselfWaits(DatabaseKind database) {
        start(database);
        UUID failing = publish("17");
        UUID later = publish("17");

        outboxes.relay(node, failing(failing), OutboxSettings.ORDERED, "false").run();

        assertThat(sent.stream().map(OutboxEvent::id)).containsExactly(later);
    }

    @EveryDatabase
    void anEventThatFailsAgainAndAgainIsDeadUntilAnOperatorActs(DatabaseKind database) {
        start(database);
        UUID poison = publish("17");
        UUID later = publish("17");
        Relay relay = outboxes.relay(node, refusing("The receiver answered 422"), BackOff.MAX_TRIES, "2");
        relay.run();
        outboxes.letTimePass();
        relay.run();
        outboxes.letTimePass();
        relay.run();

        OutboxAdmin admin = admin(node);
        assertThat(admin.dead(10)).singleElement().satisfies(dead -> {
            assertThat(dead.id()).isEqualTo(poison);
            assertThat(dead.tries()).isEqualTo(2);
            assertThat(dead.lastError()).isEqualTo("The receiver answered 422");
        });
        assertThat(admin.statistics().events()).isEqualTo(Map.of(State.DEAD, 1L, State.WAITING, 1L));
        assertThat(admin.statistics().oldestUnsent()).isPresent();

        assertThat(admin.retry(later)).as("it is not dead").isFalse();
        assertThat(admin.retry(poison)).isTrue();
        outboxes.relay(node, sent::add).run();
        assertThat(sent.stream().map(OutboxEvent::id)).containsExactly(poison, later);
        assertThat(sent.get(0).tries()).isEqualTo(1);
    }

    @EveryDatabase
    void operatorsRetryAllOfATypeOrGiveOneUp(DatabaseKind database) {
        start(database);
        UUID first = publish("17");
        UUID second = publish("18");
        outboxes.relay(node, refusing("no"), BackOff.MAX_TRIES, "1").run();
        OutboxAdmin admin = admin(node);

        assertThatThrownBy(() -> admin.discard(first, "too short")).isInstanceOf(IllegalArgumentException.class);
        assertThat(admin.retryAll("OrderPaid")).isZero();
        assertThat(admin.discard(first, "the order was cancelled by hand")).isTrue();
        assertThat(admin.retry(first)).isFalse();
        assertThat(admin.retryAll(PLACED)).isEqualTo(1);
        outboxes.relay(node, sent::add).run();

        assertThat(sent.stream().map(OutboxEvent::id)).containsExactly(second);
        assertThat(outboxes.text("select last_error from idempotency_outbox where id = '" + first + "'"))
                .isEqualTo("discarded: the order was cancelled by hand");
    }

    /** The broker is away: no event is lost, and the tries of those behind are not used up. */
    @EveryDatabase
    void stopsWhereTheReceiverIsAwayAndDrainsWhenItIsBack(DatabaseKind database) {
        start(database);
        for (int i = 0; i < 20; i++) {
            publish("order-" + i);
        }
        AtomicInteger asked = new AtomicInteger();
        Relay relay = outboxes.relay(node, event -> {
            asked.incrementAndGet();
            throw new NotSentException("The broker is away");
        });
        relay.run();

        assertThat(asked).hasValue(Relay.MOST_FAILURES);
        assertThat(outboxes.number("select sum(tries) from idempotency_outbox")).isEqualTo(Relay.MOST_FAILURES);
        assertThat(outboxes.events("WAITING")).isEqualTo(20);

        outboxes.letTimePass();
        assertThat(outboxes.relay(node, sent::add).run()).isEqualTo(20);
    }

    /** It was sent and then the node died; the next one sends it again, under the same id. */
    @EveryDatabase
    void anEventOfADeadRelayIsSentAgain(DatabaseKind database) {
        start(database);
        UUID id = publish("17");
        Relay dying = outboxes.relay(node, event -> {
            sent.add(event);
            throw new OutOfMemoryError("the node dies here");
        });
        assertThatThrownBy(dying::run).isInstanceOf(OutOfMemoryError.class);

        TestNode other = outboxes.node();
        assertThat(outboxes.relay(other, sent::add).run())
                .as("its lease is not over")
                .isZero();
        outboxes.letTimePass();
        assertThat(outboxes.relay(other, sent::add).run()).isEqualTo(1);

        assertThat(sent.stream().map(OutboxEvent::id)).containsExactly(id, id);
        assertThat(sent.get(1).tries()).isEqualTo(2);
    }

    /** A sender that takes too long: another relay has sent the event, and what the slow one notes is refused. */
    @EveryDatabase
    void aRelayWhoseLeaseIsOverChangesNothingAndSendsNothingMore(DatabaseKind database) {
        start(database);
        publish("17");
        publish("18");
        TestNode other = outboxes.node();
        Relay slow = outboxes.relay(
                node,
                event -> {
                    outboxes.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
                    outboxes.letTimePass();
                    outboxes.relay(other, sent::add).run();
                    throw new IllegalStateException("the connection was lost");
                },
                OutboxSettings.BATCH,
                "2");

        slow.run();

        assertThat(sent).hasSize(2);
        assertThat(outboxes.events("SENT")).isEqualTo(2);
        assertThat(outboxes.text("select max(last_error) from idempotency_outbox"))
                .isNull();
    }

    @EveryDatabase
    void sweepsWhatWasSentLongAgoAndNothingElse(DatabaseKind database) {
        start(database);
        publish("17");
        outboxes.relay(node, sent::add).run();
        publish("18");
        Relay away = outboxes.relay(node, refusing("no"), BackOff.MAX_TRIES, "1", OutboxSettings.BATCH, "1");
        away.run();
        assertThat(outboxes.events("SENT"))
                .as("it is kept for runs that repeat it")
                .isEqualTo(1);

        outboxes.letTimePass();
        away.run();

        assertThat(outboxes.events("SENT")).isZero();
        assertThat(outboxes.events("DEAD")).isEqualTo(1);
    }

    @EveryDatabase
    void aStoppedRelaySendsNothingMore(DatabaseKind database) {
        start(database);
        publish("17");
        publish("18");
        Relay[] relay = new Relay[1];
        relay[0] = outboxes.relay(node, event -> {
            sent.add(event);
            relay[0].stop();
        });

        assertThat(relay[0].run()).isEqualTo(1);
        assertThat(outboxes.events("WAITING")).isEqualTo(1);
        assertThat(outboxes.number("select sum(tries) from idempotency_outbox")).isEqualTo(1);
    }

    private EventSender failing(UUID failing) {
        return event -> {
            if (event.id().equals(failing)) {
                throw new IllegalStateException("with somebody's data in it");
            }
            sent.add(event);
        };
    }

    private static EventSender refusing(String message) {
        return event -> {
            throw new NotSentException(message);
        };
    }

    private UUID publish(String order) {
        return node.inTransaction(
                () -> outbox(node, settings()).publish(ORDER, order, PLACED, "{\"order\": \"" + order + "\"}"));
    }
}
