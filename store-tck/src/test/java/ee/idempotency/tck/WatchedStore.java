// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.ForwardingStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A sound store behind a wrapper that breaks one rule. Knows what a broken store would know: keys and their owners. */
class WatchedStore extends ForwardingStore {

    private static final int WINDOW_MILLIS = 5;

    final IdempotencyStore sound;
    final Map<RecordKey, Ownership> owners = new ConcurrentHashMap<>();
    private final Exchanger<Boolean> window = new Exchanger<>();

    WatchedStore(IdempotencyStore sound) {
        super(sound);
        this.sound = sound;
    }

    /** The moment between a check and its act: ends when another thread is in it too, or after a few milliseconds. */
    final void window() {
        try {
            window.exchange(true, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException alone) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    final Ownership ownerOf(Ownership asked) {
        return owners.getOrDefault(asked.recordKey(), asked);
    }

    /** The keys that were claimed and are now absent or expired. */
    final List<RecordKey> expiredKeys() {
        return owners.keySet().stream()
                .filter(key -> sound.lookup(key).isEmpty())
                .toList();
    }

    @Override
    public Claim claim(ClaimRequest request) {
        Claim claim = sound.claim(request);
        if (claim instanceof Claim.Acquired acquired) {
            owners.put(request.recordKey(), acquired.ownership());
        }
        return claim;
    }
}
