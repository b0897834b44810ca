// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.HotTierChanged;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("S5")
class NearCacheTest {

    private static final Duration STALENESS = Duration.ofSeconds(10);
    private static final int MEBIBYTE = 1024 * 1024;

    /** Answers always the same, and counts how often it was asked. */
    private static final class Behind implements HotTier {

        private Reply answer = known(new Claim.Completed(answer(10)));
        private int asked;
        private boolean confirms = true;
        private final List<String> passedOn = new ArrayList<>();

        @Override
        public Reply claim(ClaimRequest request) {
            asked++;
            return answer;
        }

        @Override
        public void keep(Mark mark, Outcome outcome) {
            passedOn.add("keep");
        }

        @Override
        public void warm(Mark mark, Outcome outcome) {
            passedOn.add("warm");
        }

        @Override
        public void renew(Mark mark, Duration lease, Duration retention) {
            passedOn.add("renew");
        }

        @Override
        public void drop(Mark mark) {
            passedOn.add("drop");
        }

        @Override
        public boolean forget(RecordKey recordKey) {
            return confirms;
        }

        @Override
        public void sweep(int limit) {
            passedOn.add("sweep");
        }

        @Override
        public void reportTo(Consumer<IdempotencyEvent> events) {
            events.accept(new HotTierChanged(false));
        }
    }

    private final Behind behind = new Behind();
    private final AtomicLong nanos = new AtomicLong();
    private final NearCache cache = new NearCache(behind, 100, MEBIBYTE, STALENESS, nanos::get);

    private static Reply known(Claim claim) {
        return new Reply.Known(claim, request("k").fingerprint());
    }

    private static Outcome.Completed answer(int bytes) {
        return new Outcome.Completed(200, List.of(), Bytes.of(new byte[bytes]));
    }

    private static ClaimRequest request(String key) {
        return Witness.request(key);
    }

    @Test
    void completedOperationIsAnsweredWithoutAskingAgain() {
        Reply first = cache.claim(request("k"));

        assertThat(cache.claim(request("k"))).isEqualTo(first);
        assertThat(behind.asked).isEqualTo(1);
    }

    @Test
    @Requirement("O12")
    void whatIsBehindReportsItsChanges() {
        List<IdempotencyEvent> events = new ArrayList<>();
        cache.reportTo(events::add);

        assertThat(events).containsExactly(new HotTierChanged(false));
    }

    @Test
    void nothingElseIsKept() {
        for (Claim claim : new Claim[] {
            new Claim.InProgress(Duration.ofSeconds(1)), new Claim.Failed(new Outcome.Failed("declined", ""))
        }) {
            behind.answer = known(claim);
            behind.asked = 0;
            cache.claim(request("k"));
            cache.claim(request("k"));
            assertThat(behind.asked).isEqualTo(2);
        }
        behind.answer = new Reply.Ask(null);
        cache.keep(new Mark(request("k").recordKey(), request("k").ownerToken()), answer(1));
        assertThat(cache.claim(request("k"))).isEqualTo(behind.answer);
        assertThat(cache.size()).isZero();
    }

    @Test
    @Requirement("C12")
    void otherBindingOrPayloadDoesNotGetIt() {
        ClaimRequest first = request("k");
        cache.claim(first);
        behind.answer = new Reply.Ask(null);
        Binding stranger = new Binding("tenant", "charge", "mallory", "k");

        ClaimRequest sameHash = new ClaimRequest(
                first.recordKey(),
                stranger,
                first.fingerprint(),
                first.ownerToken(),
                first.lease(),
                first.retention(),
                first.onLeaseLost(),
                first.alsoAccepted());
        ClaimRequest otherPayload = ClaimRequest.of(
                first.binding(),
                Fingerprint.of(new byte[1]),
                first.ownerToken(),
                first.lease(),
                first.retention(),
                first.onLeaseLost());

        assertThat(cache.claim(sameHash)).isEqualTo(behind.answer);
        assertThat(cache.claim(otherPayload)).isEqualTo(behind.answer);
        assertThat(cache.claim(first)).isInstanceOf(Reply.Known.class);
    }

    /** The outcome is that of the first payload; a repeat by which it was learned accepts it beside its own. */
    @Test
    @Requirement("C14")
    @Requirement("K6")
    void fingerprintIsThatOfTheRecordAndNotOfTheRepeatThatAcceptsIt() {
        Fingerprint recorded = Fingerprint.of(new byte[] {1});
        Fingerprint newWay = Fingerprint.of(new byte[] {2});
        behind.answer = new Reply.Known(new Claim.Completed(answer(10)), recorded);
        ClaimRequest repeat = with(newWay, List.of(recorded));
        assertThat(cache.claim(repeat)).isEqualTo(behind.answer);

        Reply again = cache.claim(repeat);

        assertThat(again).isEqualTo(behind.answer);
        assertThat(behind.asked).as("the second time from the cache").isEqualTo(1);
        behind.answer = new Reply.Ask(null);
        ClaimRequest otherPayload = with(newWay, List.of(Fingerprint.of(new byte[] {3})));
        assertThat(cache.claim(otherPayload)).as("the same by the new way only").isEqualTo(behind.answer);
        assertThat(cache.claim(with(recorded, List.of()))).isInstanceOf(Reply.Known.class);
    }

    private static ClaimRequest with(Fingerprint own, List<Fingerprint> others) {
        ClaimRequest request = request("k");
        return new ClaimRequest(
                request.recordKey(),
                request.binding(),
                own,
                request.ownerToken(),
                request.lease(),
                request.retention(),
                request.onLeaseLost(),
                others);
    }

    /** Each part of the binding counts: a cache that left one out would answer a stranger. */
    @ParameterizedTest
    @CsvSource({"other,charge,alice,k", "tenant,other,alice,k", "tenant,charge,other,k", "tenant,charge,alice,other"})
    @Requirement("K3")
    void everyPartOfTheBindingIsCompared(String tenant, String operation, String caller, String key) {
        ClaimRequest first = request("k");
        cache.claim(first);
        behind.answer = new Reply.Ask(null);

        ClaimRequest sameHash = new ClaimRequest(
                first.recordKey(),
                new Binding(tenant, operation, caller, key),
                first.fingerprint(),
                first.ownerToken(),
                first.lease(),
                first.retention(),
                first.onLeaseLost(),
                first.alsoAccepted());

        assertThat(cache.claim(sameHash)).isEqualTo(behind.answer);
    }

    @Test
    void whatIsDeletedHereIsForgottenAtOnceAndElsewhereInTime() {
        cache.claim(request("deleted"));
        cache.claim(request("stale"));
        behind.answer = new Reply.Ask(null);

        assertThat(cache.forget(request("deleted").recordKey())).isTrue();
        assertThat(cache.claim(request("deleted"))).isEqualTo(behind.answer);
        assertThat(cache.claim(request("stale"))).isInstanceOf(Reply.Known.class);

        nanos.addAndGet(STALENESS.toNanos());
        assertThat(cache.claim(request("stale"))).isEqualTo(behind.answer);
    }

    @Test
    void aDeletionThatIsNotConfirmedBehindIsNotConfirmed() {
        cache.claim(request("deleted"));
        behind.confirms = false;
        behind.answer = new Reply.Ask(null);

        assertThat(cache.forget(request("deleted").recordKey())).isFalse();
        assertThat(cache.claim(request("deleted"))).isEqualTo(behind.answer);
    }

    @Test
    void whatAnOwnerWritesReachesTheTierBehind() {
        Outcome outcome = new Outcome.Failed("declined", "");
        Mark mark = new Mark(request("k").recordKey(), UUID.randomUUID());

        cache.keep(mark, outcome);
        cache.warm(mark, outcome);
        cache.renew(mark, STALENESS, STALENESS);
        cache.drop(mark);
        cache.sweep(1);

        assertThat(behind.passedOn).containsExactly("keep", "warm", "renew", "drop", "sweep");
    }

    @Test
    void entriesAndBytesAreBounded() {
        for (int number = 0; number < 1000; number++) {
            cache.claim(request("small " + number));
        }
        assertThat(cache.size()).isBetween(1L, 100L);

        behind.answer = known(new Claim.Completed(answer(MEBIBYTE / 4)));
        for (int number = 0; number < 50; number++) {
            cache.claim(request("large " + number));
        }
        assertThat(cache.size()).as("three large ones at most, and small ones").isLessThanOrEqualTo(100);

        behind.answer = known(new Claim.Completed(answer(2 * MEBIBYTE)));
        behind.asked = 0;
        cache.claim(request("too large"));
        cache.claim(request("too large"));
        assertThat(behind.asked).isEqualTo(2);
    }
}
