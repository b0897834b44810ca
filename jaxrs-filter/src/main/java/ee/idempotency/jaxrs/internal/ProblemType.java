// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

/** The problems this adapter tells. The titles of the draft's three (section 2.7) are the draft's, word for word. */
enum ProblemType {
    KEY_MISSING(400, false, "Idempotency-Key is missing"),
    KEY_INVALID(400, false, "Idempotency-Key is invalid"),
    BODY_UNREADABLE(400, true, "The request body could not be read"),
    REQUEST_TOO_LARGE(413, false, "The request body is too large"),
    KEY_REUSED(422, false, "Idempotency-Key is already used"),
    KEY_COLLISION(422, false, "Idempotency-Key cannot be used"),
    IN_PROGRESS(409, true, "A request is outstanding for this Idempotency-Key"),
    PREVIOUSLY_FAILED(409, false, "The operation failed before"),
    OUTCOME_UNKNOWN(409, false, "The outcome of the operation is unknown"),
    RESPONSE_NOT_RETAINED(409, false, "The operation completed, but its response was not retained"),
    OWNERSHIP_LOST(409, true, "Another request took over this Idempotency-Key"),
    STORE_UNAVAILABLE(503, true, "Idempotency is unavailable"),
    OUTCOME_NOT_STORED(503, true, "The outcome of the operation could not be stored"),
    TRANSACTION_ROLLED_BACK(500, true, "The operation was rolled back"),
    DAMAGED_RECORD(500, false, "The stored response is damaged"),
    INTERNAL_ERROR(500, false, "Idempotency failed");

    private final int status;
    private final boolean retryable;
    private final String title;

    ProblemType(int status, boolean retryable, String title) {
        this.status = status;
        this.retryable = retryable;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** Whether the same request, sent again unchanged, may be answered otherwise. */
    boolean isRetryable() {
        return retryable;
    }

    String title() {
        return title;
    }

    /** What programs compare: the name in lower case, with hyphens. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
