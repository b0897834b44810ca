// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract once more, as simply as it can be said and from its prose alone: one map, one thread, time in whole
 * hours. What ends at half past is over at the next full hour. Answers are words. Shares no code with any store, and none
 * with {@code ClaimRules}.
 */
final class NaiveStore {

    /** One record, in the open. */
    static final class Row {
        final Fingerprint fingerprint;
        final boolean neverTwice;

        @Nullable
        UUID owner;

        int attempt = 1;
        long leaseEnds;
        long kept;

        @Nullable
        Outcome outcome;

        Row(Fingerprint fingerprint, boolean neverTwice) {
            this.fingerprint = fingerprint;
            this.neverTwice = neverTwice;
        }
    }

    private final Map<RecordKey, Row> rows = new HashMap<>();
    private long hour;

    void advance(long hours) {
        hour += hours;
    }

    String claim(ClaimRequest request, boolean neverTwice) {
        Row row = present(request.recordKey());
        if (row == null) {
            row = new Row(request.fingerprint(), neverTwice);
            rows.put(request.recordKey(), row);
            return own(row, request);
        }
        if (!row.fingerprint.equals(request.fingerprint())
                && !request.alsoAccepted().contains(row.fingerprint)) {
            return "key reused";
        }
        if (row.outcome != null) {
            return "settled with " + row.outcome;
        }
        if (request.ownerToken().equals(row.owner)) {
            return "acquired, attempt " + row.attempt;
        }
        if (hour < row.leaseEnds) {
            return "in progress for " + (row.leaseEnds - hour) + " hours";
        }
        if (row.neverTwice) {
            return "unknown";
        }
        row.attempt++;
        return own(row, request);
    }

    private String own(Row row, ClaimRequest request) {
        row.owner = request.ownerToken();
        row.leaseEnds = nextFullHour(request.lease());
        row.kept = nextFullHour(request.retention());
        return "acquired, attempt " + row.attempt;
    }

    boolean settle(RecordKey key, UUID token, Outcome outcome) {
        Row row = owned(key, token);
        if (row != null) {
            row.outcome = outcome;
            row.owner = null;
        }
        return row != null;
    }

    boolean release(RecordKey key, UUID token) {
        return owned(key, token) != null && rows.remove(key) != null;
    }

    boolean renew(RecordKey key, UUID token, Duration lease, Duration retention) {
        Row row = owned(key, token);
        if (row != null) {
            row.leaseEnds = nextFullHour(lease);
            row.kept = nextFullHour(retention);
        }
        return row != null;
    }

    boolean delete(RecordKey key) {
        return rows.remove(key) != null;
    }

    boolean isOwner(ClaimRequest request) {
        Row row = present(request.recordKey());
        return row != null && request.ownerToken().equals(row.owner);
    }

    boolean holdsExpired(RecordKey key) {
        return rows.containsKey(key) && present(key) == null;
    }

    int sweep() {
        int before = rows.size();
        rows.values().removeIf(this::isExpired);
        return before - rows.size();
    }

    /** The record unless it has expired. */
    @Nullable
    Row present(RecordKey key) {
        Row row = rows.get(key);
        return row == null || isExpired(row) ? null : row;
    }

    private @Nullable Row owned(RecordKey key, UUID token) {
        Row row = rows.get(key);
        return row != null && token.equals(row.owner) ? row : null;
    }

    private long nextFullHour(Duration fromNow) {
        return hour + fromNow.toHours() + 1;
    }

    private boolean isExpired(Row row) {
        boolean abandoned = !row.neverTwice && hour >= row.leaseEnds;
        return hour >= row.kept && (row.outcome != null || abandoned);
    }
}
