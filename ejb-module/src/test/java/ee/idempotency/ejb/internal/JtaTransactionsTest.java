// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.spi.Transactions.CommitFailedException;
import ee.idempotency.tck.Requirement;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("X2")
@Requirement("X3")
class JtaTransactionsTest {

    private final FakeJta jta = new FakeJta();
    private final JtaTransactions transactions = new JtaTransactions(jta, () -> Optional.of(jta), Optional::empty);

    @AfterEach
    void nothingIsLeftOnTheThread() {
        assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void tellsOneTransactionFromTheNext() throws CommitFailedException {
        assertThat(transactions.isOpen()).isFalse();
        transactions.begin();
        Object first = transactions.key();
        assertThat(transactions.isOpen()).isTrue();
        assertThat(transactions.isMarkedForRollback()).isFalse();
        assertThat(transactions.key()).isEqualTo(first).isNotNull();
        transactions.commit();

        assertThat(transactions.isOpen()).isFalse();
        assertThat(transactions.key()).isNull();
        transactions.begin();
        assertThat(transactions.key()).isNotEqualTo(first);
        transactions.rollback();
    }

    @Test
    void tellsTheEndToThoseWhoAsked() throws CommitFailedException {
        List<Boolean> ends = new ArrayList<>();
        transactions.begin();
        transactions.onEnd(ends::add);
        transactions.commit();
        transactions.begin();
        transactions.onEnd(ends::add);
        transactions.rollback();

        assertThat(ends).containsExactly(true, false);
    }

    @Test
    void aMarkedTransactionIsRolledBackByItsCommit() {
        transactions.begin();
        transactions.markForRollback();

        assertThat(transactions.isOpen()).isTrue();
        assertThat(transactions.isMarkedForRollback()).isTrue();
        assertCommitFails();
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new HeuristicRollbackException("rolled back"),
                new HeuristicMixedException("half of it"),
                new SystemException("the connection is gone"),
                new IllegalStateException("whatever"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailedCommitLeavesNoTransaction(Exception failure) {
        for (boolean stays : new boolean[] {false, true}) {
            transactions.begin();
            jta.failure = failure;
            jta.staysAfterFailure = stays;
            assertCommitFails();
        }
    }

    private void assertCommitFails() {
        assertThatThrownBy(transactions::commit).isInstanceOf(CommitFailedException.class);
        assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void theServersManagerEndsWhatTheComponentMayNotAnyMore() throws CommitFailedException {
        AtomicBoolean allowed = new AtomicBoolean();
        JtaTransactions refused = new JtaTransactions(
                jta, () -> allowed.get() ? Optional.of(jta) : Optional.empty(), () -> Optional.of(jta));
        for (boolean committed : new boolean[] {true, false}) {
            List<Boolean> ends = new ArrayList<>();
            allowed.set(true);
            refused.begin();
            refused.onEnd(ends::add);
            allowed.set(false);
            if (committed) {
                refused.commit();
            } else {
                refused.rollback();
            }

            assertThat(ends).containsExactly(committed);
            assertThat(jta.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        }
    }

    @Test
    void endsAndMarksNothingWhereThereIsNone() {
        transactions.rollback();
        transactions.markForRollback();

        assertThat(transactions.isMarkedForRollback()).isTrue();
    }

    @Test
    void saysWhyNoneCanBegin() {
        JtaTransactions managedByContainer = new JtaTransactions(jta, Optional::empty, Optional::empty);

        assertThatThrownBy(managedByContainer::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EJB whose transactions the container manages")
                .hasMessageContaining("INDEPENDENT");
    }

    @Test
    void thereAreNoneOutsideAContainer() {
        assertThat(JtaTransactions.ofContainer().isOpen()).isFalse();
    }
}
