// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same random commands to the store and to {@link NaiveStore} and compares every answer, and every record
 * after every command. The store's leases and retentions end half an hour after a full hour, while time advances by full
 * hours, so real time that passes meanwhile changes no answer.
 */
final class RandomCommands {

    private static final int KEYS = 5;
    private static final int REMEMBERED = 12;

    private final StoreProbe probe;
    private final NaiveStore model = new NaiveStore();
    private final Random random;
    private final long seed;
    private final List<Ownership> ownerships = new ArrayList<>();
    private final List<ClaimRequest> attempts = new ArrayList<>();
    private int step;

    RandomCommands(StoreProbe probe, long seed) {
        this.probe = probe;
        this.seed = seed;
        this.random = new Random(seed);
    }

    void run(int steps) {
        for (step = 1; step <= steps; step++) {
            oneCommand();
            for (int key = 0; key < KEYS; key++) {
                compareRecord(Requests.request(keyName(key)).recordKey());
            }
        }
    }

    private void oneCommand() {
        int dice = random.nextInt(100);
        if (dice < 35 || ownerships.isEmpty()) {
            claim();
        } else if (dice < 75) {
            ownerWrite();
        } else if (dice < 90) {
            int hours = 1 + random.nextInt(6);
            model.advance(hours);
            probe.advance(Duration.ofHours(hours));
        } else if (dice < 97) {
            assertThat(node().sweep(KEYS + 1)).as(at("sweep")).isEqualTo(model.sweep());
        } else {
            delete(Requests.request(keyName(random.nextInt(KEYS))).recordKey());
        }
    }

    /** Whether an expired record was there is nobody's promise: any store may have dropped it already. */
    private void delete(RecordKey key) {
        boolean expired = model.holdsExpired(key);
        boolean existed = model.delete(key);
        boolean answer = node().delete(key);
        if (!expired) {
            assertThat(answer).as(at("delete")).isEqualTo(existed);
        }
    }

    private void claim() {
        ClaimRequest request = nextAttempt();
        boolean neverTwice = request.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE;

        String expected = model.claim(request, neverTwice);
        Claim answer = probe.claimOnNode(random.nextInt(2), request);

        assertThat(inWords(answer)).as(at("claim")).isEqualTo(expected);
        if (answer instanceof Claim.Acquired acquired) {
            remember(ownerships, acquired.ownership());
        }
        remember(attempts, request);
    }

    /** Most often a new attempt; now and then one that owns its key already, as if its answer had got lost. */
    private ClaimRequest nextAttempt() {
        if (!attempts.isEmpty() && random.nextInt(4) == 0 && probe.ownersClaimAgain()) {
            ClaimRequest unanswered = attempts.get(random.nextInt(attempts.size()));
            if (model.isOwner(unanswered)) {
                return unanswered;
            }
        }
        ClaimRequest request = Requests.request(keyName(random.nextInt(KEYS)));
        if (random.nextInt(8) == 0) {
            request = Requests.withPayload(request, "another payload");
        }
        if (random.nextInt(8) == 0) {
            request = Requests.otherwise(request);
        }
        if (random.nextInt(6) == 0) {
            request = Requests.onLeaseLost(request, OnLeaseLost.NEVER_RE_EXECUTE);
        }
        return Requests.lasting(request, hours(1, 4), hours(5, 12));
    }

    private void ownerWrite() {
        Ownership by = ownerships.get(random.nextInt(ownerships.size()));
        RecordKey key = by.recordKey();
        boolean expected;
        OwnerWrite answer;
        switch (random.nextInt(5)) {
            case 0 -> {
                Outcome.Completed outcome = Requests.answer("of step " + step);
                expected = model.settle(key, by.ownerToken(), outcome);
                answer = node().complete(by, outcome);
            }
            case 1 -> {
                Outcome.Failed outcome = Requests.failure("step-" + step);
                expected = model.settle(key, by.ownerToken(), outcome);
                answer = node().fail(by, outcome);
            }
            case 2 -> {
                expected = model.release(key, by.ownerToken());
                answer = node().release(by);
            }
            default -> {
                Duration lease = hours(1, 4);
                Duration retention = hours(5, 12);
                expected = model.renew(key, by.ownerToken(), lease, retention);
                answer = node().renew(by, lease, retention);
            }
        }
        assertThat(answer).as(at("owner's write")).isEqualTo(expected ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER);
    }

    private void compareRecord(RecordKey key) {
        Optional<IdempotencyRecord> found = probe.store().lookup(key);
        NaiveStore.@Nullable Row expected = model.present(key);
        assertThat(found.isPresent()).as(at("lookup")).isEqualTo(expected != null);
        if (expected == null || found.isEmpty()) {
            return;
        }
        IdempotencyRecord record = found.get();
        assertThat(record.attempt()).as(at("attempt")).isEqualTo(expected.attempt);
        assertThat(record.fingerprint()).as(at("fingerprint")).isEqualTo(expected.fingerprint);
        assertThat(record.outcome().orElse(null)).as(at("outcome")).isEqualTo(expected.outcome);
        assertThat(record.leaseUntil().isPresent()).as(at("lease")).isEqualTo(expected.outcome == null);
    }

    private IdempotencyStore node() {
        return probe.node(random.nextInt(2));
    }

    private Duration hours(int min, int max) {
        return Duration.ofHours(min + random.nextInt(max - min + 1)).plusMinutes(30);
    }

    private static String keyName(int key) {
        return "random key " + key;
    }

    private static <T> void remember(List<T> past, T latest) {
        past.add(latest);
        if (past.size() > REMEMBERED) {
            past.remove(0);
        }
    }

    private String at(String what) {
        return what + " at step " + step + " of seed " + seed;
    }

    private static String inWords(Claim claim) {
        if (claim instanceof Claim.Acquired acquired) {
            return "acquired, attempt " + acquired.ownership().attempt();
        }
        if (claim instanceof Claim.InProgress inProgress) {
            return "in progress for " + (inProgress.leaseRemaining().toHours() + 1) + " hours";
        }
        if (claim instanceof Claim.Completed completed) {
            return "settled with " + completed.outcome();
        }
        if (claim instanceof Claim.Failed failed) {
            return "settled with " + failed.outcome();
        }
        if (claim instanceof Claim.KeyReused) {
            return "key reused";
        }
        return claim instanceof Claim.OutcomeUnknown ? "unknown" : claim.toString();
    }
}
