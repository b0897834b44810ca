// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ee.idempotency.spi.ClaimGate} refused a new claim, such as beyond a quota. Nothing was done, and nothing is stored
 * under the key. Try again after {@link #retryAfter()}.
 */
public final class ClaimRefusedException extends IdempotencyException {

    private static final long serialVersionUID = 1L;

    /**
     * What was used up, for the header fields {@code RateLimit-Policy} and {@code RateLimit} of an HTTP answer
     * (draft-ietf-httpapi-ratelimit-headers-10).
     *
     * @param policy its name, 1 to 64 of {@code A-Z a-z 0-9 . _ -}
     * @param quota how many new claims a window has; at least 1
     * @param window at least a second; the fields have whole seconds
     */
    public record Limit(String policy, long quota, Duration window) implements Serializable {

        private static final long serialVersionUID = 1L;

        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

        /** Checks the ranges. */
        public Limit {
            if (!NAME.matcher(policy).matches()) {
                throw new IllegalArgumentException("a policy is named by 1 to 64 of A-Z a-z 0-9 . _ -");
            }
            if (quota < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException(
                        "a limit is 1 or more in a second or more; this is " + quota + " in " + window);
            }
        }
    }

    private final String reason;
    private final Duration retryAfter;
    private final @Nullable Limit limit;

    /** An error with the gate's reason. */
    public ClaimRefusedException(String subject, String reason, Duration retryAfter, @Nullable Limit limit) {
        super(subject + " may not run now (" + reason + "); try again in " + retryAfter);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.limit = limit;
    }

    /** What the gate says, for the client. */
    public String reason() {
        return reason;
    }

    /** When to try again; not negative. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What was used up; empty where the gate does not count. */
    public Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }
}
