// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

/** A request is refused before anything was claimed. Carries the answer; never leaves this package. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedRequestException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.problem = new Problem(type, detail);
    }

    Problem problem() {
        return problem;
    }
}
