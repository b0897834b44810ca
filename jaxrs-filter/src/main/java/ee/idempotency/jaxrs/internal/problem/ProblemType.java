// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

/** The problems this adapter reports. The titles of the draft's three (section 2.7) are the draft's, word for word. */
public enum ProblemType {
    KEY_MISSING(400, false, "Idempotency-Key is missing", "Send a key, unique to the request."),
    KEY_INVALID(400, false, "Idempotency-Key is invalid", "Send one string as the key; the detail says what is wrong."),
    SIGNATURE_INVALID(
            401,
            false,
            "The request is not signed as it must be",
            "Sign the request by the secret that was agreed, now; the detail says what is wrong. Nothing was done."),
    KEY_EXPIRED(400, false, "Idempotency-Key has expired", "Get a new key. Nothing was done."),
    BODY_UNREADABLE(
            400, true, "The request body could not be read", "Send the request again, whole. Nothing was done."),
    BODY_MALFORMED(400, false, "The request body is malformed", "Send a whole JSON document. Nothing was done."),
    REQUEST_TOO_LARGE(413, false, "The request body is too large", "Send less. Nothing was done."),
    KEY_REUSED(
            422,
            false,
            "Idempotency-Key is already used",
            "Repeat the first request unchanged, or take a new key for a new request."),
    KEY_COLLISION(422, false, "Idempotency-Key cannot be used", "Take a new key."),
    IN_PROGRESS(
            409,
            true,
            "A request is outstanding for this Idempotency-Key",
            "Send the request again after Retry-After, unchanged."),
    PREVIOUSLY_FAILED(
            409, false, "The operation failed before", "The detail says how. Take a new key for another attempt."),
    OUTCOME_UNKNOWN(409, false, "The outcome of the operation is unknown", "Ask the operator of this service."),
    RESPONSE_NOT_RETAINED(
            409,
            false,
            "The operation completed, but its response was not retained",
            "Read the state of the resource instead, at Location if there is one."),
    OWNERSHIP_LOST(
            409,
            true,
            "Another request took over this Idempotency-Key",
            "Send the request again, unchanged, to get the other one's answer."),
    QUOTA_EXCEEDED(
            429,
            true,
            "Too many new requests",
            "Send the request again after Retry-After, unchanged. Nothing was done. A repeat is never refused so."),
    STORE_UNAVAILABLE(
            503,
            true,
            "Idempotency is unavailable",
            "Send the request again after Retry-After, unchanged. Nothing was done."),
    OUTCOME_NOT_STORED(
            503,
            true,
            "The outcome of the operation could not be stored",
            "Send the request again after Retry-After, with the same key, never a new one."),
    TRANSACTION_ROLLED_BACK(
            500, true, "The operation was rolled back", "Send the request again, unchanged. Nothing was done."),
    DAMAGED_RECORD(500, false, "The stored response is damaged", "Ask the operator of this service."),
    INTERNAL_ERROR(500, false, "Idempotency failed", "Ask the operator of this service.");

    /** The media type of the body (RFC 9457, section 3), unless another shape is chosen. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final boolean retryable;
    private final String title;
    private final String advice;

    ProblemType(int status, boolean retryable, String title, String advice) {
        this.status = status;
        this.retryable = retryable;
        this.title = title;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    /** Whether the same request, sent again unchanged, may be answered otherwise. */
    public boolean isRetryable() {
        return retryable;
    }

    public String title() {
        return title;
    }

    /** What the client is to do. */
    public String advice() {
        return advice;
    }

    /** What programs compare: the name in lower case, with hyphens. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
