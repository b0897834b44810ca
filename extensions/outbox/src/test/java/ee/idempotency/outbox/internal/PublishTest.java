// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static ee.idempotency.outbox.internal.Outboxes.ORDER;
import static ee.idempotency.outbox.internal.Outboxes.PLACED;
import static ee.idempotency.outbox.internal.Outboxes.outbox;
import static ee.idempotency.outbox.internal.Outboxes.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.TransactionMode;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.outbox.Outbox;
import ee.idempotency.outbox.internal.TestNode.CommitFate;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An event is there if the transaction is, once, under an id that no retry changes. */
@Requirement("O3")
class PublishTest {

    private static final String PAYLOAD = "{ \"total\": 1.10,  \"total\": 2 }";

    private Outboxes outboxes;
    private TestNode node;
    private Outbox outbox;

    private void start(DatabaseKind database) {
        outboxes = new Outboxes(database);
        node = outboxes.node();
        outbox = outbox(node, settings());
    }

    @EveryDatabase
    void anEventCommitsWithTheTransactionInEveryMode(DatabaseKind database) {
        start(database);
        for (TransactionMode mode : TransactionMode.values()) {
            UUID id = pay(mode, "k-" + mode);

            assertThat(outboxes.text("select payload from idempotency_outbox where id = '" + id + "'"))
                    .isEqualTo(PAYLOAD);
        }
        assertThat(outboxes.events("WAITING")).isEqualTo(3);
        assertThat(outboxes.text("select distinct operation from idempotency_outbox"))
                .isEqualTo("pay");
    }

    @EveryDatabase
    void aRollbackLeavesNoEventInAnyMode(DatabaseKind database) {
        start(database);
        for (TransactionMode mode : TransactionMode.values()) {
            assertThatThrownBy(() -> call(mode, "k-" + mode, () -> {
                        publish();
                        throw new IllegalStateException("the work failed");
                    }))
                    .hasMessage("the work failed");
        }
        assertThat(outboxes.events()).isZero();
    }

    /** The retry finds the outcome, or does the work again and publishes under the same id. */
    @EveryDatabase
    void aLostCommitIsOneEventAfterTheRetry(DatabaseKind database) {
        start(database);
        for (TransactionMode mode : TransactionMode.values()) {
            for (CommitFate fate : List.of(CommitFate.ANSWER_LOST, CommitFate.FAILS)) {
                outboxes.execute("delete from idempotency_outbox");
                String key = "k-" + mode + fate;
                node.nextCommit(fate);
                try {
                    pay(mode, key);
                } catch (RuntimeException unknown) {
                    outboxes.execute("update idempotency_record set lease_until = created_at"
                            + " where state = 'IN_PROGRESS'"); // the client comes back when the lease is over
                    pay(mode, key);
                }
                assertThat(outboxes.events()).as(key).isEqualTo(1);
            }
        }
    }

    /** The first run crashed after its commit and before its outcome was stored. */
    @EveryDatabase
    void aRepeatedRunPublishesUnderTheSameIdsOnce(DatabaseKind database) {
        start(database);
        List<UUID> first = runThatPublishesTwice();
        outboxes.execute("delete from idempotency_record");

        List<UUID> again = runThatPublishesTwice();

        assertThat(again).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(again).allSatisfy(id -> assertThat(id.version()).isEqualTo(8));
        assertThat(outboxes.events()).isEqualTo(2);
    }

    private List<UUID> runThatPublishesTwice() {
        List<UUID> ids = new ArrayList<>();
        call(TransactionMode.INDEPENDENT, "k-1", () -> {
            ids.add(publish());
            ids.add(publish());
            return "done";
        });
        return ids;
    }

    /** Else the second transaction's event would have another id than in a run where the first one is not rolled back. */
    @EveryDatabase
    void idsOfARollbackAreGivenAgainInTheSameAttempt(DatabaseKind database) {
        start(database);
        List<UUID> ids = new ArrayList<>();
        node.idempotency().operation("pay").key("k-1").execute(String.class, () -> {
            for (CommitFate fate : List.of(CommitFate.FAILS, CommitFate.HAPPENS)) {
                node.nextCommit(fate);
                try {
                    ids.add(node.inTransaction(this::publish));
                } catch (IllegalStateException lost) {
                    assertThat(fate).isEqualTo(CommitFate.FAILS);
                }
            }
            ids.add(node.inTransaction(this::publish));
            return "done";
        });

        outboxes.execute("delete from idempotency_record");
        assertThat(runThatPublishesTwice()).isEqualTo(ids);
    }

    @EveryDatabase
    void otherKeysAndCallsWithoutAClaimHaveOtherIds(DatabaseKind database) {
        start(database);

        assertThat(List.of(
                        pay(TransactionMode.JOINED, "k-1"),
                        pay(TransactionMode.JOINED, "k-2"),
                        node.inTransaction(this::publish),
                        node.inTransaction(this::publish)))
                .doesNotHaveDuplicates();
        assertThat(outboxes.events()).isEqualTo(4);
    }

    @EveryDatabase
    void forChangeDataCaptureTheTableStaysEmpty(DatabaseKind database) {
        start(database);
        outbox = outbox(node, settings(OutboxSettings.RELAY, "none"));

        pay(TransactionMode.ONE_COMMIT, "k-1");

        assertThat(outboxes.events()).isZero();
    }

    @EveryDatabase
    void withoutATransactionNothingIsPublished(DatabaseKind database) {
        start(database);

        assertThatThrownBy(this::publish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none open: make the method @Transactional");
        assertThatThrownBy(() -> node.idempotency()
                        .operation("pay")
                        .key("k-1")
                        .execute(String.class, () -> publish().toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JOINED or ONE_COMMIT");
        assertThat(outboxes.events()).isZero();
    }

    private UUID publish() {
        return outbox.publish(ORDER, "17", PLACED, PAYLOAD);
    }

    private UUID pay(TransactionMode mode, String key) {
        return call(mode, key, this::publish);
    }

    private <T> T call(TransactionMode mode, String key, ee.idempotency.Work<T, RuntimeException> work) {
        List<T> results = new ArrayList<>();
        node.idempotency().operation("pay").key(key).mode(mode).execute(String.class, () -> {
            results.add(node.inTransaction(work));
            return "done";
        });
        return results.isEmpty() ? null : results.get(0);
    }
}
