// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.StoreUnavailableException;
import ee.idempotency.tck.Requirement;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "40001,0,GAVE_WAY",
        "40P01,0,GAVE_WAY",
        "55P03,0,GAVE_WAY",
        "40001,1213,GAVE_WAY",
        "HY000,1205,GAVE_WAY",
        "HYT00,50200,GAVE_WAY",
        "90131,90131,GAVE_WAY",
        "40003,0,END_UNKNOWN",
        "08006,0,END_UNKNOWN",
        "57P01,0,END_UNKNOWN",
        "25P03,0,END_UNKNOWN",
        "90067,90067,END_UNKNOWN",
        "57014,0,LASTING",
        "23505,0,LASTING",
        "42P01,0,LASTING",
        "26000,0,NOT_RUN",
        "42P05,0,NOT_RUN",
        "08P01,0,NOT_RUN"
    })
    void theStateTellsNotTheText(String state, int code, SqlFailure expected) {
        SQLException cause = new SQLException("deadlock detected, connection reset", state, code);
        assertThat(SqlFailure.of(new PersistenceException(new RuntimeException(cause))))
                .isEqualTo(expected);
    }

    @Test
    void aCommitWithoutAReasonMayHaveHappened() {
        assertThat(SqlFailure.of(new RuntimeException(new RollbackException()))).isEqualTo(SqlFailure.END_UNKNOWN);
        assertThat(SqlFailure.of(new PersistenceException("no such column"))).isEqualTo(SqlFailure.LASTING);
    }

    /** A mistake in a program is not an outage, and no later try repairs it. */
    @Test
    @Requirement("H7")
    void whatHasNothingToDoWithTheDatabasePassesAsItIs() {
        NullPointerException mistake = new NullPointerException("no injection");
        AtomicInteger tries = new AtomicInteger();
        assertThat(SqlFailure.of(mistake)).isEqualTo(SqlFailure.FOREIGN);
        assertThat(SqlFailure.of(new IllegalStateException(mistake))).isEqualTo(SqlFailure.FOREIGN);
        assertThatThrownBy(() -> new Retry(() -> 0).call(true, attempt -> {
                    tries.incrementAndGet();
                    throw mistake;
                }))
                .isSameAs(mistake);
        assertThat(tries).hasValue(1);
        assertThat(Retry.reported(mistake)).isSameAs(mistake);
        assertThat(Retry.reported(new PersistenceException("pool"))).isInstanceOf(StoreUnavailableException.class);
    }

    /** As many as a pool holds after the database was restarted. */
    @ParameterizedTest
    @ValueSource(strings = {"08003", "08006", "57P01", "25P03", "26000"})
    @Requirement("S9")
    void aTryThatMetADeadConnectionIsNotCounted(String state) {
        AtomicInteger tries = new AtomicInteger();
        int dead = 20;
        String result = new Retry(() -> 0).call(false, attempt -> {
            if (tries.incrementAndGet() <= dead) {
                throw new StatementFailedException(new SQLException("", state));
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(tries).hasValue(dead + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08004", "57P03"})
    void aDatabaseThatIsNotThereIsTriedAsOftenAsEver(String state) {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new Retry(() -> 0).call(true, attempt -> {
                    tries.incrementAndGet();
                    throw new StatementFailedException(new SQLException("", state));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(tries).hasValue(Retry.TRIES);
    }

    @Test
    @Requirement("S9")
    void deadConnectionsAreBoundedInTime() {
        AtomicLong time = new AtomicLong();
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new Retry(time::get).call(true, attempt -> {
                    tries.incrementAndGet();
                    time.addAndGet(Duration.ofMillis(300).toNanos());
                    throw new StatementFailedException(new SQLException("", "08003"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(tries).hasValue(4);
    }

    /** The work is done and its commit was asked for: that counts, and it may have happened. */
    @Test
    @Requirement("C3")
    void aConnectionThatIsLostAtTheCommitIsCountedAndMayHaveHappened() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new Retry(() -> 0).call(true, attempt -> {
                    assertThat(attempt.mayHaveHappened()).isEqualTo(tries.getAndIncrement() > 0);
                    try {
                        attempt.upToTheCommit(connection -> "done").run(connectionTo(""));
                    } catch (SQLException impossible) {
                        throw new AssertionError(impossible);
                    }
                    throw new IllegalStateException(new SQLException("", "08003"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(tries).hasValue(Retry.TRIES);
    }

    @Test
    void triesAreBoundedInNumber() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new Retry(() -> 0).call(true, again -> {
                    tries.incrementAndGet();
                    throw new StatementFailedException(new SQLException("", "40001"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(tries).hasValue(Retry.TRIES);
    }

    /** As Payara reports it: the text is Payara's, the state is missing, and the pool is tried again. */
    @Test
    void aDeadConnectionThatCouldNotBeEnlistedIsNotCounted() {
        SQLException notEnlisted = new SQLException("Error in allocating a connection");
        notEnlisted.initCause(new IllegalStateException("Got exception during XAResource.start", new XAException("")));
        AtomicInteger tries = new AtomicInteger();

        assertThat(new Retry(() -> 0).<String>call(false, again -> {
                    if (tries.incrementAndGet() <= 20) {
                        throw new StatementFailedException(notEnlisted);
                    }
                    return "done";
                }))
                .isEqualTo("done");

        SQLException noneToBeHad = new SQLException("Error in allocating a connection", new IllegalStateException());
        assertThat(SqlFailure.of(noneToBeHad)).isEqualTo(SqlFailure.LASTING);
        assertThat(SqlFailure.isCutOff(noneToBeHad)).isFalse();
    }

    /** So that those that have begun the transaction can begin another. */
    @Test
    void aLostConnectionIsReportedAsSuch() {
        for (String state : List.of("08003", "08006", "57P01")) {
            assertThat(Retry.reported(new StatementFailedException(new SQLException("", state))))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            lost -> assertThat(lost.isConnectionLost())
                                    .as(state)
                                    .isTrue());
        }
        for (String state : List.of("08001", "55P03", "40001", "53300", "57P03")) {
            assertThat(Retry.reported(new StatementFailedException(new SQLException("", state))))
                    .isInstanceOfSatisfying(
                            StoreUnavailableException.class,
                            away -> assertThat(away.isConnectionLost())
                                    .as(state)
                                    .isFalse());
        }
    }

    @Test
    void triesAreBoundedInTime() {
        AtomicInteger tries = new AtomicInteger();
        AtomicLong time = new AtomicLong();
        assertThatThrownBy(() -> new Retry(time::get).call(true, again -> {
                    tries.incrementAndGet();
                    time.addAndGet(Duration.ofSeconds(2).toNanos());
                    throw new StatementFailedException(new SQLException("", "55P03"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aDatabaseWithoutStatementsIsNamed() {
        assertThatThrownBy(() -> KnownDatabase.dialectOf(connectionTo("Informix")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("'Informix'");
    }

    private static Connection connectionTo(String product) {
        ClassLoader loader = SqlFailureTest.class.getClassLoader();
        Object metaData = Proxy.newProxyInstance(
                loader, new Class<?>[] {DatabaseMetaData.class}, (proxy, method, arguments) -> product);
        return (Connection) Proxy.newProxyInstance(
                loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> metaData);
    }
}
