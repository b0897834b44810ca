// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import java.util.Locale;
import java.util.Set;

/**
 * Which response headers are stored: those of an allow-list, because servers and frameworks add what nobody expects, and
 * never those of a deny-list, which no setting can shorten. Names are compared without regard to case.
 */
public final class HeaderRules {

    static final String REPLAYED = "Idempotency-Replayed";

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
            "sunset");

    private final Set<String> alsoAllowed;
    private final Set<String> alsoDenied;

    /** Rules with the settings' additions to either list, in lower case. */
    HeaderRules(Set<String> alsoAllowed, Set<String> alsoDenied) {
        this.alsoAllowed = alsoAllowed;
        this.alsoDenied = alsoDenied;
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
        return DENIED.contains(lower) || matches(alsoDenied, lower);
    }

    private static boolean matches(Set<String> patterns, String lower) {
        return patterns.contains(lower)
                || patterns.stream()
                        .filter(pattern -> pattern.endsWith("*"))
                        .anyMatch(pattern -> lower.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
