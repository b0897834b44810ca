// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.ClaimRefusedException.Limit;
import ee.idempotency.spi.Header;
import java.time.Duration;
import java.util.List;

/**
 * A limit that is used up, in the fields of draft-ietf-httpapi-ratelimit-headers-10: {@code q} and {@code w} are the quota and its
 * window, {@code r} and {@code t} what is left and when there is some, in seconds.
 */
final class RateLimitFields {

    private RateLimitFields() {}

    static List<Header> of(Limit limit, Duration retryAfter) {
        String name = '"' + limit.policy() + '"';
        return List.of(
                new Header("RateLimit-Policy", name + ";q=" + limit.quota() + ";w=" + Problem.seconds(limit.window())),
                new Header("RateLimit", name + ";r=0;t=" + Problem.seconds(retryAfter)));
    }
}
