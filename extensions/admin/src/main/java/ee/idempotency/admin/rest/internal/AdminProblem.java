// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.DamagedRecordException;
import ee.idempotency.IdempotencyException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that is refused, as a problem of RFC 9457. */
public final class AdminProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;

    /**
     * A refusal.
     *
     * @param code the end of the problem's type
     * @param detail what is wrong and what to do; shown to the operator
     */
    public AdminProblem(int status, String code, @Nullable String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail == null ? "" : detail;
    }

    /** What the library refused. */
    static AdminProblem of(IdempotencyException refused) {
        if (refused instanceof ChangeRefusedException change) {
            String code = change.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new AdminProblem(409, code, change.getMessage());
        }
        if (refused instanceof StoreUnavailableException) {
            return new AdminProblem(503, "unavailable", "The store does not answer; try again later");
        }
        if (refused instanceof OutcomeNotRetainedException) {
            return new AdminProblem(409, "not-retained", "The outcome can never be opened again");
        }
        boolean isDamaged = refused instanceof DamagedRecordException;
        return new AdminProblem(500, isDamaged ? "damaged-record" : "internal-error", refused.getMessage());
    }

    /** What is wrong, and what to do. */
    public String detail() {
        return detail;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The end of the problem's type. */
    public String code() {
        return code;
    }
}
