// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.spi.Header;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a problem.
 *
 * @param type what it is
 * @param detail for people; never a raw key or payload
 * @param retryAfter when to try again, or null
 * @param headers further header lines
 */
public record Problem(
        ProblemType type, String detail, @Nullable Duration retryAfter, List<Header> headers) {

    /** Copies the list. */
    public Problem {
        headers = List.copyOf(headers);
    }

    public Problem(ProblemType type, String detail) {
        this(type, detail, null, List.of());
    }

    public Problem(ProblemType type, String detail, Duration retryAfter) {
        this(type, detail, retryAfter, List.of());
    }

    /** Whole seconds, rounded up, at least 1: a client that gets 0 would ask again at once. */
    static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
}
