// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as an operator sees it: key and caller are cut to their beginnings, so that what is shown, copied or
 * photographed cannot be used as a key. All times are of the store's clock.
 *
 * @param recordKey by which it is inspected and changed
 * @param version what a change of it must name
 * @param tenant whose it is
 * @param operation of which operation
 * @param caller the first characters of the caller; empty if there is none
 * @param key the first characters of the key
 * @param state where it stands
 * @param attempt how many attempts have owned it
 * @param leaseUntil while in progress, until when its owner may be silent; empty otherwise
 * @param leaseIsOver whether it is in progress and its lease has run out
 * @param onLeaseLost what happens when the lease runs out
 * @param createdAt when its key was first claimed
 * @param expiresAt from when it counts as absent
 */
public record RecordView(
        RecordKey recordKey,
        int version,
        String tenant,
        String operation,
        String caller,
        String key,
        State state,
        int attempt,
        Optional<Instant> leaseUntil,
        boolean leaseIsOver,
        OnLeaseLost onLeaseLost,
        Instant createdAt,
        Instant expiresAt) {

    private static final int SHOWN = 4;
    private static final int SHORTEST_SHOWN = 12;

    /** What may be shown of a record. */
    static RecordView of(Summary record) {
        return new RecordView(
                record.recordKey(),
                record.version(),
                record.binding().tenant(),
                record.binding().operation(),
                redacted(record.binding().caller()),
                redacted(record.binding().key()),
                record.state(),
                record.attempt(),
                record.leaseUntil(),
                record.leaseIsOver(),
                record.onLeaseLost(),
                record.createdAt(),
                record.expiresAt());
    }

    /** Nothing of a short text: its beginning would be too much of it. */
    private static String redacted(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return text.length() < SHORTEST_SHOWN ? "..." : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }
}
