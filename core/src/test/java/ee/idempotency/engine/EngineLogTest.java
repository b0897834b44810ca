// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionMode;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.IdempotencyEvent.Result;
import ee.idempotency.spi.IdempotencyEvent.ResultNotRetained;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.testing.FaultyStore.Verb;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators read of outages, takeovers and records that are no good. */
@Requirement("O12")
class EngineLogTest {

    private static final String MARK = "card 4242";

    private final EngineFixture bench = new EngineFixture();
    private final LogLines lines = LogLines.open();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow at any moment
    private final OutageLog log = new OutageLog(System.getLogger("ee.idempotency.engine"), now::get);

    @AfterEach
    void close() {
        lines.close();
    }

    private void call(@Nullable Throwable failure) {
        log.storeCalled(new StoreCalled(ee.idempotency.spi.IdempotencyEvent.Verb.CLAIM, Duration.ofMillis(1), failure));
    }

    @Test
    void outageIsSaidOnceWithItsCauseAndCountedEveryMinute() {
        StoreUnavailableException cause = new StoreUnavailableException("no connection", null);
        for (int call = 0; call < 7; call++) {
            call(cause);
        }
        assertThat(lines.of("IDEM-0108")).singleElement().asString().startsWith("WARNING");
        assertThat(lines.causeOf("IDEM-0108")).isSameAs(cause);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        call(cause);
        assertThat(lines.of("IDEM-0108")).hasSize(2).last().asString().contains("6 more calls");

        assertThat(lines.of("IDEM-0109")).isEmpty();
        call(null);
        call(null);
        assertThat(lines.of("IDEM-0109")).hasSize(1);
    }

    @Test
    void storeThatFailsNowAndThenFillsNoLog() {
        for (int call = 0; call < 100; call++) {
            call(new StoreUnavailableException("no connection", null));
            call(null);
        }

        assertThat(lines.of("IDEM-0108")).hasSize(1);
        assertThat(lines.of("IDEM-0109")).hasSize(1);
    }

    @Test
    void whatIsNoOutageIsSaidWithItsTrace() {
        NullPointerException mistake = new NullPointerException("a null injection");
        call(mistake);
        call(mistake);

        assertThat(lines.of("IDEM-0110")).singleElement().asString().startsWith("SEVERE");
        assertThat(lines.causeOf("IDEM-0110")).hasToString("java.lang.NullPointerException");
        assertThat(lines.causeOf("IDEM-0110").getStackTrace()).isEqualTo(mistake.getStackTrace());
        assertThat(lines.of("IDEM-0108")).isEmpty();
    }

    /** A violated CHECK quotes the whole row, with key, caller and body; a gate or a listener writes what it likes. */
    @Test
    @Requirement("H9")
    void whatADatabaseOrTheApplicationWroteIsInNoLine() {
        Throwable cause =
                new IllegalStateException(MARK, new SQLException("Failing row contains (" + MARK + ")", "23514"));
        Subject subject = new Subject("charge", TransactionMode.INDEPENDENT, "00c0ffee");
        EngineLog engine = new EngineLog();

        call(cause);
        engine.on(new ReleaseFailed(subject, 1, cause));
        engine.on(new LeaseLost(subject, 1, true, cause));
        engine.on(new CommitJudged(subject, 1, Verdict.COMMITTED, cause));
        EngineLog.gateFailed(ClaimGate.class, cause);
        EngineLog.listenerFailed(IdempotencyListener.class, cause);

        for (String code : List.of("IDEM-0102", "IDEM-0104", "IDEM-0105", "IDEM-0110", "IDEM-0116", "IDEM-0117")) {
            StringWriter trace = new StringWriter();
            lines.causeOf(code).printStackTrace(new PrintWriter(trace));
            assertThat(lines.of(code) + " " + trace)
                    .as(code)
                    .contains("IllegalStateException", "SQLState 23514")
                    .doesNotContain(MARK);
        }
    }

    @Test
    void sevenRefusedCallsLeaveOneLine() {
        bench.store.failOn(Verb.CLAIM, new StoreUnavailableException("no connection", null));
        for (int call = 0; call < 7; call++) {
            assertThatThrownBy(() -> bench.execute(() -> "never")).isInstanceOf(StoreUnavailableException.class);
        }
        bench.store.recover();
        bench.execute(() -> "now");

        assertThat(lines.of("IDEM-0108")).hasSize(1);
        assertThat(lines.of("IDEM-0109")).hasSize(1);
    }

    @Test
    void takeoverIsSaid() {
        bench.begin(OPTIONS);
        bench.clock.advance(OPTIONS.lease());
        bench.execute(() -> "second");

        assertThat(lines.of("IDEM-0111"))
                .singleElement()
                .asString()
                .startsWith("INFO")
                .contains("'charge' [" + BINDING.recordKey() + "]", "attempt 2")
                .doesNotContain(BINDING.key() + "'");
    }

    @Test
    void resultThatIsNotKeptIsAnEventAndTheLineOfThatEvent() {
        bench.execute(() -> TextCodec.UNENCODABLE);

        assertThat(bench.events(ResultNotRetained.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason())
                        .contains("String", "ResultCodecException")
                        .doesNotContain(TextCodec.UNENCODABLE));
        assertThat(lines.of("IDEM-0103"))
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("'charge' [" + BINDING.recordKey() + "] completed");
        assertThat(bench.events(Settled.class)).extracting(Settled::result).containsExactly(Result.NOT_RETAINED);
    }

    @Test
    void damagedRecordIsSaidEveryTime() {
        bench.store.failOn(Verb.CLAIM, new DamagedRecordException("Record", "the SHA-256 does not match"));
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> bench.execute(() -> "never")).isInstanceOf(DamagedRecordException.class);
        }

        assertThat(lines.of("IDEM-0114")).hasSize(2);
        assertThat(lines.of("IDEM-0110")).isEmpty();
    }

    @Test
    void damagedResultIsSaidToo() {
        Attempt attempt = bench.begin(OPTIONS);
        attempt.complete(EngineFixture.ANSWER); // not a result of this codec
        assertThatThrownBy(() -> bench.execute(() -> "never")).isInstanceOf(DamagedRecordException.class);

        assertThat(lines.of("IDEM-0114")).hasSize(1);
    }

    @Test
    @Requirement("C12")
    void collisionIsSaidEveryTime() {
        Binding other = new Binding("acme", "charge", "", "another");
        ClaimRequest request = bench.call(OPTIONS).request();
        bench.store.claim(new ClaimRequest(
                request.recordKey(),
                other,
                request.fingerprint(),
                request.ownerToken(),
                request.lease(),
                request.retention(),
                request.onLeaseLost(),
                List.of()));

        assertThatThrownBy(() -> bench.execute(() -> "never")).isInstanceOf(KeyCollisionException.class);

        assertThat(lines.of("IDEM-0115")).hasSize(1);
    }
}
