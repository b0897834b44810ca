// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.KeyGenerators;
import ee.idempotency.engine.ClaimContext;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import ee.idempotency.spi.ClaimLease;
import ee.idempotency.spi.CurrentClaim;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids of events. Under a claim they are derived from it and from the event's place among those of the same names; the places
 * are counted as long as the attempt lasts, whose lease is one object for all of it. Thread-safe.
 */
final class EventIds {

    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_MASK = 0xF000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;

    private final ClaimContext context = new ClaimContext(CallScope.NONE);
    private final Map<ClaimLease, Map<String, Integer>> places = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * An id.
     *
     * @param takeBack forgets that it was given; to be called if the transaction of the event was rolled back, so that the
     *     next try in the same attempt has the same ids
     */
    record Given(UUID id, Runnable takeBack) {}

    Given next(String aggregateType, String aggregateId, String type) {
        ClaimLease lease = CurrentClaim.find().map(ActiveClaim::lease).orElse(null);
        if (lease == null) {
            return new Given(UUID.randomUUID(), () -> {});
        }
        String names =
                KeyGenerators.hash("outbox", aggregateType, aggregateId, type).generate();
        Map<String, Integer> ofAttempt = places.computeIfAbsent(lease, first -> new ConcurrentHashMap<>());
        int place = ofAttempt.merge(names, 1, Integer::sum);
        String key = context.downstreamKey("outbox/" + names + "/" + place);
        return new Given(uuidOf(key), () -> ofAttempt.merge(names, -1, Integer::sum));
    }

    /** The first 122 bits of a key, as RFC 9562 has those of one's own making: version 8. */
    private static UUID uuidOf(String downstreamKey) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(downstreamKey));
        long most = (bytes.getLong() & ~VERSION_MASK) | VERSION_8;
        long least = (bytes.getLong() & ~VARIANT_MASK) | VARIANT;
        return new UUID(most, least);
    }
}
