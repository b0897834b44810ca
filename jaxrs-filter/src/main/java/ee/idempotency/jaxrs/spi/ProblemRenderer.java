// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.spi;

/**
 * Shapes the problems of this library, so that an API speaks one language of errors. A bean of this type takes the place of
 * the one of {@code idempotency.http.profile}; two stop the deployment. Thread-safe. Where one throws, the client gets the
 * problem as RFC 9457 has it, with the status of the report, and the log has the cause ({@code IDEM-0321}).
 */
@FunctionalInterface
public interface ProblemRenderer {

    /** The problem as the client gets it. It decides about the look only: what has happened is decided. */
    RenderedProblem render(ProblemReport problem);
}
