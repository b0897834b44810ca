// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Makes claims and outcomes. */
final class Requests {

    private Requests() {}

    /** A first attempt with a fresh token. */
    static ClaimRequest request(String key) {
        return request(new Binding("tenant", "charge", "alice", key));
    }

    static ClaimRequest request(Binding binding) {
        return ClaimRequest.of(
                binding,
                payload("a payload"),
                UUID.randomUUID(),
                StoreContract.LEASE,
                StoreContract.RETENTION,
                OnLeaseLost.TAKE_OVER);
    }

    /** A repeat: everything is the same but the token. */
    static ClaimRequest repeat(ClaimRequest first) {
        return forged(first, first.recordKey());
    }

    static ClaimRequest withPayload(ClaimRequest first, String payload) {
        return ClaimRequest.of(
                first.binding(),
                payload(payload),
                UUID.randomUUID(),
                first.lease(),
                first.retention(),
                first.onLeaseLost());
    }

    /** A repeat whose payload is condensed in another way, and which accepts the way of the first too. */
    static ClaimRequest otherwise(ClaimRequest first) {
        return withPayload(first, "the same payload, condensed otherwise").alsoAccepting(List.of(first.fingerprint()));
    }

    static ClaimRequest lasting(ClaimRequest first, Duration lease, Duration retention) {
        return ClaimRequest.of(
                        first.binding(), first.fingerprint(), UUID.randomUUID(), lease, retention, first.onLeaseLost())
                .alsoAccepting(first.alsoAccepted());
    }

    static ClaimRequest onLeaseLost(ClaimRequest first, OnLeaseLost onLeaseLost) {
        return ClaimRequest.of(
                        first.binding(),
                        first.fingerprint(),
                        UUID.randomUUID(),
                        first.lease(),
                        first.retention(),
                        onLeaseLost)
                .alsoAccepting(first.alsoAccepted());
    }

    /** A request that arrives at the record of another binding, as if both had the same hash. */
    static ClaimRequest forged(ClaimRequest request, RecordKey recordKey) {
        return new ClaimRequest(
                recordKey,
                request.binding(),
                request.fingerprint(),
                UUID.randomUUID(),
                request.lease(),
                request.retention(),
                request.onLeaseLost(),
                request.alsoAccepted());
    }

    static Fingerprint payload(String payload) {
        return Fingerprint.of(payload.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome.Completed answer(String body) {
        return new Outcome.Completed(
                201, Header.parse("Content-Type: text/plain"), Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    static Outcome.Failed failure(String code) {
        return new Outcome.Failed(code, "the card was declined");
    }
}
