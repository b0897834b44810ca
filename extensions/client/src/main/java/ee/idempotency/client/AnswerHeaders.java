// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header fields of an answer. What is malformed is as if it were absent: a client cannot mend it. */
final class AnswerHeaders {

    /** Longer than anybody waits; more digits would not fit. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private AnswerHeaders() {}

    static @Nullable Instant expires(@Nullable String value) {
        try {
            return value == null
                    ? null
                    : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** A number of seconds or an HTTP date (RFC 9110, section 10.2.3); a date that is over is no pause. */
    static @Nullable Duration retryAfter(@Nullable String value, InstantSource clock) {
        if (value != null && SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = expires(value);
        if (until == null) {
            return null;
        }
        Duration pause = Duration.between(clock.instant(), until);
        return pause.isNegative() ? Duration.ZERO : pause;
    }
}
