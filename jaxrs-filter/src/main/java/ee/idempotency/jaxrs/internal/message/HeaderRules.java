// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.SignalSettings;
import ee.idempotency.spi.Header;
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

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Set<String> alsoAllowed;
    private final Set<String> alsoDenied;
    private final SignalSettings signals;

    /** The settings add to either list. */
    public HeaderRules(HttpSettings settings) {
        this.alsoAllowed = settings.headers();
        this.alsoDenied = settings.deniedHeaders();
        this.signals = settings.signals();
    }

    public boolean isStored(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !isDenied(lower) && (HeaderNames.isStoredByDefault(lower) || matches(alsoAllowed, lower));
    }

    public boolean isDenied(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HeaderNames.isNeverStored(lower) || isSignal(lower) || matches(alsoDenied, lower);
    }

    private boolean isSignal(String name) {
        return isReplayMark(name) || name.equalsIgnoreCase(signals.shouldRetry());
    }

    /** Whether this header marks a replay; the usual one does so too where another is set. */
    boolean isReplayMark(String name) {
        return name.equalsIgnoreCase(HeaderNames.REPLAYED) || name.equalsIgnoreCase(signals.replayed());
    }

    /** The header that marks a replay. */
    public Header replayed() {
        return new Header(signals.replayed(), "true");
    }

    /** The header that says whether to send the request again, if there is to be one. */
    public Optional<Header> shouldRetry(boolean retryable) {
        return Optional.ofNullable(signals.shouldRetry()).map(name -> new Header(name, Boolean.toString(retryable)));
    }

    /** What a stored answer carries besides its own headers; {@code expires} is when it will not be replayed any more. */
    public List<Header> ofStored(int status, Instant expires) {
        List<Header> lines = new ArrayList<>();
        if (!isDenied(HeaderNames.EXPIRES)) {
            lines.add(new Header(HeaderNames.EXPIRES, HTTP_DATE.format(expires)));
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
