// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.Retained;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.ShadowFinding;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Watches calls that run unprotected: claims their keys in a namespace of its own, whatever mode they would have; keeps a
 * hash of each answer, and reports as {@link IdempotencyEvent.Shadowed} how each call would have been answered. No gate is
 * asked, because nothing may be limited by what only watches.
 *
 * <p>Nothing that happens here reaches the caller: no method throws, and none takes longer than the time that it was given.
 * Thread-safe.
 */
public final class Shadow {

    /** The namespace of its records, which are in the store with those of protected calls. */
    static final String NAMESPACE = "shadow";

    /** How long it remembers a key, counted from the claim. */
    static final Duration RETENTION = Duration.ofHours(1);

    private static final Duration LONGEST_LEASE = RETENTION.dividedBy(2);

    private final ShadowStore store;
    private final OutcomeSeal seal;
    private final Consumer<IdempotencyEvent> listeners;

    Shadow(ShadowStore store, OutcomeSeal seal, Consumer<IdempotencyEvent> listeners) {
        this.store = store;
        this.seal = seal;
        this.listeners = listeners;
    }

    /** Reports what was found out about a call, to the listeners. */
    public void report(String operation, ShadowFinding finding) {
        listeners.accept(new IdempotencyEvent.Shadowed(operation, finding));
    }

    /**
     * Claims the key of a call that is about to run, and reports how it would have been answered.
     *
     * @param fingerprints at least one, of the call's payload
     * @param lease of the operation; at most half an hour is taken
     * @return what is to learn how the call ends
     */
    public ShadowCall begin(Binding binding, List<Fingerprint> fingerprints, Duration lease) {
        ClaimRequest request = ClaimRequest.of(
                        binding,
                        fingerprints.get(0),
                        UUID.randomUUID(),
                        lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE,
                        RETENTION,
                        OnLeaseLost.TAKE_OVER)
                .withFingerprints(fingerprints);
        try {
            ShadowCall call = store.calls().call(() -> claim(request), ShadowCall::giveBack);
            report(binding.operation(), call.finding());
            return call;
        } catch (RuntimeException failed) {
            ShadowFinding finding = failed instanceof StoreUnavailableException
                    ? ShadowFinding.UNAVAILABLE
                    : ShadowFinding.OTHER_REFUSAL;
            report(binding.operation(), finding);
            return call(binding.operation(), finding, new ShadowCall.Unknown());
        }
    }

    private ShadowCall claim(ClaimRequest request) {
        SealedCall outcomes = SealedCall.prepare(seal, request, Retained.WHOLE);
        Claim claim = store.records().claim(outcomes.known(request));
        String operation = request.binding().operation();
        if (claim instanceof Claim.Acquired acquired) {
            return call(operation, ShadowFinding.FRESH, new ShadowCall.First(outcomes, acquired.ownership()));
        }
        if (claim instanceof Claim.Completed completed) {
            return call(operation, ShadowFinding.REPLAY, new ShadowCall.Repeat(outcomes.open(completed.outcome())));
        }
        ShadowFinding refusal = claim instanceof Claim.InProgress
                ? ShadowFinding.IN_PROGRESS
                : claim instanceof Claim.KeyReused ? ShadowFinding.KEY_REUSED : ShadowFinding.OTHER_REFUSAL;
        return call(operation, refusal, new ShadowCall.Unknown());
    }

    private ShadowCall call(String operation, ShadowFinding finding, ShadowCall.State state) {
        return new ShadowCall(store, additional -> report(operation, additional), finding, state);
    }
}
