// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that repeat until they are answered, and what they saw: one effect a key, one answer for all. */
final class Witness {

    /** How often each key is sent. */
    static final int REPEATS = 4;

    private final Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
    private final Map<String, Outcome> seen = new ConcurrentHashMap<>();
    private final AtomicInteger wrong = new AtomicInteger();

    static ClaimRequest request(String key) {
        return ClaimRequest.of(
                new Binding("tenant", "charge", "alice", key),
                Fingerprint.none(),
                UUID.randomUUID(),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                OnLeaseLost.TAKE_OVER);
    }

    /** One client: claims, runs or repeats until there is an answer. */
    void send(IdempotencyStore node, String key) {
        while (true) {
            Claim claim = node.claim(request(key));
            if (claim instanceof Claim.Acquired acquired) {
                run(node, key, acquired);
                return;
            }
            if (claim instanceof Claim.Completed completed) {
                see(key, completed.outcome());
                return;
            }
            assertThat(claim).isInstanceOf(Claim.InProgress.class);
            Thread.onSpinWait();
        }
    }

    private void run(IdempotencyStore node, String key, Claim.Acquired acquired) {
        effects.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet();
        String body = acquired.ownership().ownerToken().toString();
        Outcome.Completed outcome =
                new Outcome.Completed(201, List.of(), Bytes.of(body.getBytes(StandardCharsets.US_ASCII)));
        node.complete(acquired.ownership(), outcome);
        see(key, outcome);
    }

    private void see(String key, Outcome outcome) {
        Outcome before = seen.putIfAbsent(key, outcome);
        if (before != null && !before.equals(outcome)) {
            wrong.incrementAndGet();
        }
    }

    /** Every key that was sent had one effect, and every client got the same. */
    void assertOneEffectAKey(int keys) {
        assertThat(effects).hasSize(keys);
        assertThat(effects.values().stream().filter(count -> count.get() != 1))
                .as("duplicate effects")
                .isEmpty();
        assertThat(wrong).as("answers that differ").hasValue(0);
    }
}
