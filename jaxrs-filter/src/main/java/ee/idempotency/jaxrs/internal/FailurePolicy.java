// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;

/**
 * Which answers are outcomes: 2xx, 3xx and 4xx are stored and replayed. 5xx and answers that another try may change -
 * 401, 403, 408, 425, 429 - give the key back, and so do problems of this library that say so.
 */
final class FailurePolicy {

    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private FailurePolicy() {}

    static boolean stores(ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemEntity problem
                && problem.type().isRetryable()) {
            return false;
        }
        return stores(response.getStatus());
    }

    static boolean stores(int status) {
        return status >= 200 && status < 500 && !PASSING.contains(status);
    }
}
