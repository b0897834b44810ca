// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import ee.idempotency.ClaimRefusedException.Limit;
import ee.idempotency.quota.internal.QuotaSettings.Part;
import ee.idempotency.spi.ClaimGate;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Refuses new calls beyond a rate. It counts in the memory of this node, and only what runs: neither repeats nor what was given
 * back. As many calls as run at once may pass together; what they take too much is missing afterwards.
 */
@ApplicationScoped
public class QuotaGate implements ClaimGate {

    private static final int MAX_BUCKETS = 100_000;
    private static final String POLICY = "new-claims";
    private static final String REASON = "More new calls than allowed";

    private Set<Part> by = Set.of();
    private Buckets<Asking> buckets = new Buckets<>(1, 1, 1, System::nanoTime);
    private Optional<Limit> limit = Optional.empty();

    @PostConstruct
    void start() {
        QuotaSettings settings = QuotaSettingsGroup.checked();
        start(settings, System::nanoTime);
        QuotaLog.limits(settings);
    }

    void start(QuotaSettings settings, LongSupplier nanoTime) {
        by = settings.by();
        buckets = new Buckets<>(settings.rate(), settings.burst(), MAX_BUCKETS, nanoTime);
        limit = Optional.of(new Limit(POLICY, settings.rate(), Duration.ofMinutes(1)));
    }

    @Override
    public Optional<Refusal> check(Asking asking) {
        Duration wait = buckets.untilOne(bucketOf(asking));
        return wait.isZero() ? Optional.empty() : Optional.of(new Refusal(REASON, wait, false, limit));
    }

    @Override
    public void acquired(Asking asking) {
        buckets.take(bucketOf(asking));
    }

    @Override
    public void released(Asking asking) {
        buckets.putBack(bucketOf(asking));
    }

    /** What of it has a bucket of its own; the rest is left out. */
    private Asking bucketOf(Asking asking) {
        return new Asking(
                by.contains(Part.TENANT) ? asking.tenant() : "",
                by.contains(Part.OPERATION) ? asking.operation() : "",
                by.contains(Part.CALLER) ? asking.caller() : "");
    }
}
