// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import ee.idempotency.jaxrs.HttpSettings;
import ee.idempotency.jaxrs.SignalSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which response headers are stored: those of an allow-list, because servers and frameworks add what nobody expects, and
 * never those of a deny-list, which no setting can shorten. Names are compared without regard to case.
 */
public final class HeaderRules {

    /** What a replay is marked with unless a setting says otherwise. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** When the key is new again, as an HTTP date. */
    static final String EXPIRES = "Idempotency-Key-Expires";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Credentials, what a server makes anew for every answer, what belongs to one hop (RFC 9110, 7.6.1), and ours. */
    private static final Set<String> DENIED = Set.of(
            "set-cookie",
            "set-cookie2",
            "authorization",
            "authentication-info",
            "proxy-authentication-info",
            "www-authenticate",
            "proxy-authenticate",
            "proxy-authorization",
            "date",
            "content-length",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "idempotency-replayed");

    private static final Set<String> ALLOWED = Set.of(
            "content-type",
            "content-language",
            "content-encoding",
            "content-disposition",
            "location",
            "content-location",
            "etag",
            "last-modified",
            "link",
            "vary",
            "cache-control",
            "expires",
            "allow",
            "retry-after",
            "deprecation",
            "sunset",
            "idempotency-key-expires");

    private final Set<String> alsoAllowed;
    private final Set<String> alsoDenied;
    private final SignalSettings signals;

    /** The settings add to either list. */
    HeaderRules(HttpSettings settings) {
        this.alsoAllowed = settings.headers();
        this.alsoDenied = settings.deniedHeaders();
        this.signals = settings.signals();
    }

    /** Whether a header, whatever its case, has a meaning that no setting can give to it. */
    public static boolean isTaken(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALLOWED.contains(lower) || (DENIED.contains(lower) && !REPLAYED.equalsIgnoreCase(lower));
    }

    /** Whether no setting can make this header, given in lower case, be stored. */
    public static boolean isNeverStored(String name) {
        return DENIED.contains(name);
    }

    boolean isStored(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !isDenied(lower) && (ALLOWED.contains(lower) || matches(alsoAllowed, lower));
    }

    boolean isDenied(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return DENIED.contains(lower) || isSignal(lower) || matches(alsoDenied, lower);
    }

    private boolean isSignal(String name) {
        return isReplayMark(name) || name.equalsIgnoreCase(signals.shouldRetry());
    }

    /** Whether this header marks a replay; the usual one does so too where another is set. */
    boolean isReplayMark(String name) {
        return name.equalsIgnoreCase(REPLAYED) || name.equalsIgnoreCase(signals.replayed());
    }

    /** The header that marks a replay. */
    HeaderLine replayed() {
        return new HeaderLine(signals.replayed(), "true");
    }

    /** The header that tells whether to send the request again, if there is to be one. */
    Optional<HeaderLine> shouldRetry(boolean retryable) {
        return Optional.ofNullable(signals.shouldRetry())
                .map(name -> new HeaderLine(name, Boolean.toString(retryable)));
    }

    /** What a stored answer carries besides its own headers; {@code expires} is when it will not be replayed any more. */
    List<HeaderLine> ofStored(int status, Instant expires) {
        List<HeaderLine> lines = new ArrayList<>();
        if (!isDenied(EXPIRES)) {
            lines.add(new HeaderLine(EXPIRES, HTTP_DATE.format(expires)));
        }
        if (status >= 400) {
            shouldRetry(false).ifPresent(lines::add);
        }
        return lines;
    }

    private static boolean matches(Set<String> patterns, String lower) {
        return patterns.contains(lower)
                || patterns.stream()
                        .filter(pattern -> pattern.endsWith("*"))
                        .anyMatch(pattern -> lower.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
