// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

/** A rejection with a status; unchecked, so it marks the transaction of every {@code @Transactional} bean it leaves. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RejectedException(int status) {
        super("rejected with " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
