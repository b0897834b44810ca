// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ee.idempotency.Fingerprint;
import ee.idempotency.IdempotencyException;
import ee.idempotency.ResultCodecException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.testing.FaultyStore;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import ee.idempotency.testing.XorSeal;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that others write has a mark: tenant, caller, key, result, and the text of whatever can throw. No line of the
 * log and no message of this library's exceptions has it.
 */
@Requirement("H9")
class MarkerTextsTest {

    private static final String MARK = "4242-4242";
    private static final Binding BINDING = new Binding("tenant-" + MARK, "charge", "caller " + MARK, "key " + MARK);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final FaultyStore store = new FaultyStore(new InMemoryIdempotencyStore(clock, 100));
    private final FakeTransactions transactions = new FakeTransactions();
    private final XorSeal seal = new XorSeal();
    private final List<IdempotencyListener> listeners = new ArrayList<>();
    private final List<ClaimGate> gates = new ArrayList<>();
    private final LogLines lines = LogLines.open();
    private ResultCodec codec = new TextCodec();

    @AfterEach
    void close() {
        lines.close();
    }

    /** As a driver, a codec or an application writes it. */
    private static RuntimeException mistake() {
        return new IllegalStateException(
                "refused " + MARK, new SQLException("Failing row contains (" + MARK + ")", "23514"));
    }

    private static StoreUnavailableException outage() {
        return new StoreUnavailableException("The store refuses", mistake());
    }

    private IdempotencyEngine engine() {
        return new IdempotencyEngine(
                new JoiningStore(store, transactions),
                new ResultOutcomes(codec, 1000),
                new EngineEnvironment(
                        transactions,
                        null,
                        EngineFixture.repeats(Duration.ZERO, 2),
                        false,
                        new EngineSeams(listeners, gates, seal)));
    }

    private static OperationOptions options(TransactionMode mode) {
        return OperationOptions.of(LEASE, Duration.ofDays(1)).withMode(mode).withFailOn(IllegalArgumentException.class);
    }

    private @Nullable Throwable call(TransactionMode mode, @Nullable RuntimeException failure) {
        return catchThrowable(() -> engine().execute(BINDING, Fingerprint.none(), options(mode), String.class, () -> {
            if (failure != null) {
                throw failure;
            }
            return "result " + MARK;
        }));
    }

    /** What throws, and in which verbs. */
    private List<Runnable> faults() {
        List<Runnable> faults = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            faults.add(() -> store.failOn(verb, mistake()));
            faults.add(() -> store.failOn(verb, outage()));
        }
        Stream.of(mistake(), outage(), new ResultCodecException(MARK, mistake()))
                .forEach(fault -> {
                    faults.add(() -> seal.prepareFault = fault);
                    faults.add(() -> seal.sealFault = fault);
                    faults.add(() -> codec = new Broken(fault, null));
                    faults.add(() -> codec = new Broken(null, fault));
                    faults.add(() -> listeners.add(event -> {
                        throw fault;
                    }));
                    faults.add(() -> gates.add(asking -> {
                        throw fault;
                    }));
                    faults.add(() -> transactions.beginFault = fault);
                    faults.add(() -> transactions.listenFault = fault);
                    faults.add(() -> transactions.markFault = fault);
                });
        faults.add(() -> transactions.commitEnd = FakeTransactions.CommitEnd.ROLLED_BACK_WITHOUT_ANSWER);
        faults.add(() -> transactions.commitEnd = FakeTransactions.CommitEnd.COMMITTED_WITHOUT_ANSWER);
        return faults;
    }

    private void recover() {
        store.recover();
        clock.advance(LEASE.plus(LEASE));
        seal.prepareFault = null;
        seal.sealFault = null;
        codec = new TextCodec();
        listeners.clear();
        gates.clear();
        transactions.beginFault = null;
        transactions.listenFault = null;
        transactions.markFault = null;
        transactions.commitEnd = FakeTransactions.CommitEnd.COMMITTED;
        transactions.rollback();
        engine().delete(BINDING);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfOthersIsLoggedOrSaid(TransactionMode mode) {
        int failed = 0;
        for (Runnable fault : faults()) {
            for (RuntimeException failure : new RuntimeException[] {
                null, mistake(), new IllegalArgumentException(MARK), new ResultCodecException(MARK, null)
            }) {
                fault.run();
                failed += said(call(mode, failure)) + said(call(mode, failure));
                said(catchThrowable(() -> engine().sweep(10)));
                said(catchThrowable(() -> engine().lookup(BINDING)));
                recover();
            }
        }

        assertThat(failed).as("calls that this library refused").isGreaterThan(50);
        assertNoMark();
    }

    /** 1 if it is of this library. */
    private static int said(@Nullable Throwable thrown) {
        boolean ours = thrown instanceof IdempotencyException && !(thrown instanceof ResultCodecException);
        if (ours) {
            assertThat(thrown.getMessage()).doesNotContain(MARK);
        }
        return ours ? 1 : 0;
    }

    private void assertNoMark() {
        assertThat(lines.texts()).isNotEmpty().noneMatch(line -> line.contains(MARK));
    }

    @Test
    void aRefusingGateAndATakeoverAreNamedWithoutTheCaller() {
        gates.add(asking -> Optional.of(new ClaimGate.Refusal("Too many", Duration.ofSeconds(1))));
        said(call(TransactionMode.INDEPENDENT, null));
        gates.clear();
        store.failOn(Verb.COMPLETE, outage());
        said(call(TransactionMode.INDEPENDENT, null));
        store.recover();
        clock.advance(LEASE);
        said(call(TransactionMode.INDEPENDENT, null));

        assertThat(lines.of("IDEM-0120")).hasSize(1);
        assertThat(lines.of("IDEM-0111")).hasSize(1);
        assertNoMark();
    }

    /** The line says which value was refused where, not which it is. */
    @Test
    void anOutageThatIsARefusedRowKeepsNoText() {
        store.failOn(Verb.CLAIM, outage());
        said(call(TransactionMode.INDEPENDENT, null));

        assertThat(lines.texts())
                .filteredOn(line -> line.contains("IDEM-0108"))
                .singleElement()
                .asString()
                .contains("The store refuses", "SQLState 23514")
                .doesNotContain(MARK);
    }

    @Test
    void anOutageOfTheNetworkKeepsItsText() {
        SQLException gone = new SQLException("Connection to db:5432 refused", "08001");
        store.failOn(Verb.CLAIM, new StoreUnavailableException("The store does not answer", gone));
        call(TransactionMode.INDEPENDENT, null);

        assertThat(lines.texts()).anyMatch(line -> line.contains("IDEM-0108") && line.contains("db:5432 refused"));
    }

    @Test
    void whatAnApplicationWritesIntoOurExceptionsIsNotOurs() {
        assertThat(WithoutText.of(new ResultCodecException(MARK, null)))
                .hasToString(ResultCodecException.class.getName());
        StoreUnavailableException elsewhere = outage();
        elsewhere.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.example.Store", "claim", null, 1)});
        assertThat(WithoutText.of(elsewhere)).hasToString(StoreUnavailableException.class.getName());
        elsewhere.setStackTrace(new StackTraceElement[0]);
        assertThat(WithoutText.of(elsewhere)).hasToString(StoreUnavailableException.class.getName());
    }

    /** A codec that throws. */
    private record Broken(
            @Nullable RuntimeException encoding, @Nullable RuntimeException decoding) implements ResultCodec {

        @Override
        public String mediaType() {
            return new TextCodec().mediaType();
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            if (encoding != null) {
                throw encoding;
            }
            return new TextCodec().encode(value, declaredType);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            if (decoding != null) {
                throw decoding;
            }
            return new TextCodec().decode(encoded, declaredType);
        }
    }
}
