// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordChange.Verb;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.ForwardingStore;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.SettableClock;
import ee.idempotency.testing.TextCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

@Requirement("O6")
class IdempotencyAdminTest {

    private static final String KEY = "8f14e45f-ceea-467f-9575-0123456789ab";
    private static final String CALLER = "alice@example.org";
    private static final ChangeNote NOTE = new ChangeNote("operator", "seen in the gateway's list");
    private static final Outcome.Completed ANSWER = new Outcome.Completed(
            201, Header.parse("Content-Type: text/plain"), Bytes.of("paid".getBytes(StandardCharsets.UTF_8)));

    private final SettableClock clock = new SettableClock();
    private final IdempotencyStore store = new InMemoryIdempotencyStore(clock, 30_000);

    private IdempotencyAdmin admin(IdempotencyStore of, OutcomeSeal seal) {
        IdempotencyEngine engine =
                new IdempotencyEngine(of, new ResultOutcomes(new TextCodec(), 1), EngineEnvironment.plain());
        return new IdempotencyAdmin(engine, of, seal, Duration.ofDays(1), 100);
    }

    private final IdempotencyAdmin admin = admin(store, OutcomeSeal.NONE);

    private Ownership claim(String operation, String key, OnLeaseLost onLeaseLost) {
        ClaimRequest request = ClaimRequest.of(
                new Binding("acme", operation, CALLER, key),
                Fingerprint.none(),
                UUID.randomUUID(),
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                onLeaseLost);
        return ((Claim.Acquired) store.claim(request)).ownership();
    }

    private RecordView silent(OnLeaseLost onLeaseLost) {
        Ownership owner = claim("charge", KEY, onLeaseLost);
        clock.advance(Duration.ofMinutes(2));
        return admin.inspect(owner.recordKey()).orElseThrow().record();
    }

    @Test
    void keysAndCallersAreCut() {
        claim("charge", KEY, OnLeaseLost.TAKE_OVER);
        claim("charge", "short", OnLeaseLost.TAKE_OVER);

        List<RecordView> records = admin.find(Filter.ALL, Optional.empty(), 100).records();
        assertThat(records).extracting(RecordView::key).containsExactlyInAnyOrder("8f14...", "...");
        assertThat(records.toString()).doesNotContain(KEY.substring(5), CALLER.substring(5), "short");
    }

    @Test
    void aRareRecordIsFoundBehindManyOthersAndThenTheListGoesOn() {
        for (int number = 0; number < 300; number++) {
            claim("charge", "k" + number, OnLeaseLost.TAKE_OVER);
            clock.advance(Duration.ofMillis(1));
        }
        claim("refund", KEY, OnLeaseLost.TAKE_OVER);

        Listing listing = admin.find(Filter.ALL.ofKey(KEY), Optional.empty(), 100);
        assertThat(listing.records()).extracting(RecordView::operation).containsExactly("refund");
        assertThat(listing.visited()).isEqualTo(301);
        Optional<Position> after = admin.find(Filter.ALL, Optional.empty(), 200).next();
        assertThat(admin.find(Filter.ALL, after, 200).records()).hasSize(101);
    }

    @Test
    void aListGivesUpAfterSoManyRecords() {
        for (int number = 0; number <= IdempotencyAdmin.MAX_VISITED; number++) {
            claim("charge", "k" + number, OnLeaseLost.TAKE_OVER);
        }
        Listing listing = admin.find(Filter.ALL.ofKey("absent"), Optional.empty(), 1000);
        assertThat(listing.records()).isEmpty();
        assertThat(listing.visited()).isEqualTo(IdempotencyAdmin.MAX_VISITED);
        assertThat(listing.next()).isPresent();
        assertThat(admin.statistics().isComplete()).isFalse();
    }

    @Test
    void whatHappenedIsSealedAsAnyOutcomeAndRevealedOpen() {
        IdempotencyAdmin sealing = admin(store, new Reversing());
        RecordView record = silent(OnLeaseLost.NEVER_RE_EXECUTE);
        sealing.resolve(record.recordKey(), record.version(), ANSWER, NOTE);

        Outcome stored =
                store.lookup(record.recordKey()).orElseThrow().outcome().orElseThrow();
        assertThat(((Outcome.Completed) stored).body()).isEqualTo(Bytes.of("diap".getBytes(StandardCharsets.UTF_8)));
        Inspection shown = sealing.inspect(record.recordKey()).orElseThrow();
        assertThat(shown.outcome().orElseThrow().bytes()).contains(4);
        assertThat(shown.toString()).doesNotContain("diap", "paid");
        assertThat(sealing.reveal(record.recordKey(), shown.record().version(), NOTE))
                .isEqualTo(ANSWER);
        assertThat(sealing.inspect(record.recordKey()).orElseThrow().audit())
                .extracting(entry -> entry.verb())
                .containsExactly(Verb.REVEAL, Verb.RESOLVE_COMPLETED);
    }

    @Test
    void eachChangeReachesTheStore() {
        RecordView silent = silent(OnLeaseLost.TAKE_OVER);
        admin.release(silent.recordKey(), silent.version(), NOTE);
        assertThat(admin.inspect(silent.recordKey())).isEmpty();

        Ownership live = claim("charge", KEY, OnLeaseLost.NEVER_RE_EXECUTE);
        admin.expireLease(live.recordKey(), live.version(), NOTE);
        admin.neverHappened(live.recordKey(), live.version() + 1, NOTE);

        RecordView failed = silent(OnLeaseLost.NEVER_RE_EXECUTE);
        admin.resolve(failed.recordKey(), failed.version(), new Outcome.Failed("DECLINED", ""), NOTE);
        Inspection settled = admin.inspect(failed.recordKey()).orElseThrow();
        assertThat(settled.outcome().orElseThrow().failureCode()).contains("DECLINED");
        admin.delete(failed.recordKey(), settled.record().version(), NOTE);
        assertThat(admin.inspect(failed.recordKey())).isEmpty();
        assertThat(admin.audit(failed.recordKey()).get(0).verb()).isEqualTo(Verb.DELETE);
        assertThatThrownBy(() -> admin.resolve(failed.recordKey(), 1, ANSWER, NOTE))
                .isInstanceOf(ChangeRefusedException.class);
    }

    @Test
    void recordsAreCountedByOperation() {
        silent(OnLeaseLost.NEVER_RE_EXECUTE);
        claim("charge", "running", OnLeaseLost.TAKE_OVER);
        store.complete(claim("refund", KEY, OnLeaseLost.TAKE_OVER), ANSWER);

        Statistics statistics = admin.statistics();
        assertThat(statistics.isComplete()).isTrue();
        assertThat(statistics.visited()).isEqualTo(3);
        Statistics.OfOperation charge = statistics.operations().get(0);
        assertThat(charge.inProgress()).isEqualTo(2);
        assertThat(charge.unresolved()).isEqualTo(1);
        assertThat(charge.leaseOver()).isZero();
        assertThat(charge.oldestSilent()).contains(clock.instant().minus(Duration.ofMinutes(1)));
        assertThat(statistics.operations().get(1).completed()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        assertThat(admin.sweep("operator")).isEqualTo(2);
    }

    @Test
    @Requirement("O12")
    void theLogHasEachChangeWithoutKeyCallerAndReason() {
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger("ee.idempotency.admin");
        Handler handler = new Collector(lines);
        log.addHandler(handler);
        try {
            RecordView record = silent(OnLeaseLost.TAKE_OVER);
            admin.release(record.recordKey(), record.version(), NOTE);
            assertThat(lines)
                    .containsExactly(
                            "IDEM-0118 RELEASE of record [" + record.recordKey() + "] by operator, with a reason of "
                                    + NOTE.reason().length() + " characters in the audit trail");
            assertThat(lines.toString()).doesNotContain(KEY, CALLER, NOTE.reason());
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void aStoreThatCannotBeAdministeredSaysSo() {
        IdempotencyAdmin none = admin(new ForwardingStore(store) {}, OutcomeSeal.NONE);
        RecordKey any = new RecordKey(UUID.randomUUID());

        assertThat(admin.isAvailable()).isTrue();
        assertThat(none.isAvailable()).isFalse();
        assertThatThrownBy(() -> none.inspect(any))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not through a data source");
        assertThatThrownBy(none::statistics).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangeWithoutAReasonIsNone() {
        assertThatThrownBy(() -> new ChangeNote("operator", "  because  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 to 1024 characters")
                .hasMessageNotContaining("because");
        assertThatThrownBy(() -> new ChangeNote(" ", NOTE.reason())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChangeNote("operator", "line one\nline two"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChangeNote("operator", "\uD83D\uDE00".repeat(5)))
                .as("as a database counts characters")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final class Collector extends Handler {

        private final List<String> lines;

        Collector(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Writes bodies backwards. */
    private static final class Reversing implements OutcomeSeal {

        @Override
        public Sealer prepare(Place place) {
            return Reversing::reversed;
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return reversed(sealed);
        }

        private static Outcome reversed(Outcome outcome) {
            Outcome.Completed completed = (Outcome.Completed) outcome;
            String body = new String(completed.body().toArray(), StandardCharsets.UTF_8);
            return new Outcome.Completed(
                    completed.status(),
                    completed.headers(),
                    Bytes.of(new StringBuilder(body).reverse().toString().getBytes(StandardCharsets.UTF_8)));
        }
    }
}
