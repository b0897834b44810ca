// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table as JPA sees it: for queries of an application or an administrator, and for the validation of the schema.
 * The store itself writes by statements, each guarded by {@link #version} among others; {@code IdempotencyAdmin} writes
 * through this entity. So each side's write makes the other's fail. Change nothing through it yourself: a change without its
 * checks and its entry in the audit trail helps nobody.
 */
@Entity
@Table(name = "idempotency_record")
public class IdempotencyRecordEntity {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    @Id
    private UUID id;

    @Column(name = "owner_token")
    private @Nullable UUID ownerToken;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "expires_at", nullable = false)
    private OffsetDateTime expiresAt;

    @Column(name = "lease_until")
    private @Nullable OffsetDateTime leaseUntil;

    @Column(nullable = false)
    private int attempt;

    @Version
    @Column(nullable = false)
    private int version;

    private @Nullable Short status;

    @Column(name = "never_re_execute", nullable = false)
    private boolean neverReExecute;

    @Column(nullable = false, length = 11)
    private String state;

    @Column(nullable = false, length = 33)
    private byte[] fingerprint;

    @Column(name = "outcome_hash", length = 32)
    private byte @Nullable [] outcomeHash;

    @Column(nullable = false, length = 64)
    private String tenant;

    @Column(nullable = false)
    private String operation;

    @Column(nullable = false)
    private String caller;

    @Column(name = "idempotency_key", nullable = false, length = 256)
    private String key;

    @Column(name = "failure_code", length = 64)
    private @Nullable String failureCode;

    @Column(name = "failure_message", length = 1024)
    private @Nullable String failureMessage;

    private @Nullable String headers;

    @Column(length = UNBOUNDED)
    private byte @Nullable [] body;

    /** For JPA. */
    protected IdempotencyRecordEntity() {}

    /** Ends the lease at a moment of the database's clock. For administration. */
    public void expireLease(OffsetDateTime end) {
        leaseUntil = end;
    }

    /** Settles a record in progress with an answer. For administration. */
    public void complete(short withStatus, String withHeaders, byte @Nullable [] withBody, byte[] hash) {
        settle("COMPLETED");
        status = withStatus;
        headers = withHeaders;
        body = withBody == null ? null : withBody.clone();
        outcomeHash = hash.clone();
    }

    /** Settles a record in progress with a failure. For administration. */
    public void fail(String code, String message) {
        settle("FAILED");
        failureCode = code;
        failureMessage = message;
    }

    private void settle(String how) {
        state = how;
        ownerToken = null;
        leaseUntil = null;
    }

    /** Lets the record be absent no sooner than that. For administration. */
    public void keepUntil(OffsetDateTime atLeast) {
        if (expiresAt.isBefore(atLeast)) {
            expiresAt = atLeast;
        }
    }

    /** The record key. */
    public UUID getId() {
        return id;
    }

    /** The attempt that owns the record; null unless in progress. */
    public @Nullable UUID getOwnerToken() {
        return ownerToken;
    }

    /** When the key was first claimed, by the database's clock. */
    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    /** From when the record counts as absent, by the database's clock. */
    public OffsetDateTime getExpiresAt() {
        return expiresAt;
    }

    /** Until when the owner may be silent, by the database's clock; null unless in progress. */
    public @Nullable OffsetDateTime getLeaseUntil() {
        return leaseUntil;
    }

    /** How many attempts have owned the record; at least 1. */
    public int getAttempt() {
        return attempt;
    }

    /** Taken from the owner token at the first claim; one more for a takeover, the outcome, and a change through this. */
    public int getVersion() {
        return version;
    }

    /** The HTTP status, 0 for a method's result; null unless completed. */
    public @Nullable Short getStatus() {
        return status;
    }

    /** Whether an operation whose lease ran out must not run again. */
    public boolean isNeverReExecute() {
        return neverReExecute;
    }

    /** IN_PROGRESS, COMPLETED or FAILED. */
    public String getState() {
        return state;
    }

    /** The payload's fingerprint, a copy of 33 bytes. */
    public byte[] getFingerprint() {
        return fingerprint.clone();
    }

    /** SHA-256 over the outcome, a copy; null unless completed. */
    public byte @Nullable [] getOutcomeHash() {
        return outcomeHash == null ? null : outcomeHash.clone();
    }

    /** The tenant. */
    public String getTenant() {
        return tenant;
    }

    /** The operation's stable name. */
    public String getOperation() {
        return operation;
    }

    /** Who called; may be empty. */
    public String getCaller() {
        return caller;
    }

    /** The original key. Never log it. */
    public String getKey() {
        return key;
    }

    /** The failure's code; null unless failed. */
    public @Nullable String getFailureCode() {
        return failureCode;
    }

    /** The failure's message; null unless failed. */
    public @Nullable String getFailureMessage() {
        return failureMessage;
    }

    /** The stored header lines; null unless completed. */
    public @Nullable String getHeaders() {
        return headers;
    }

    /** The stored answer, a copy; null unless completed and retained. */
    public byte @Nullable [] getBody() {
        return body == null ? null : body.clone();
    }
}
