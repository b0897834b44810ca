// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.names;

import ee.idempotency.spi.Header;
import java.util.Locale;
import java.util.Set;

/** The names of headers that have a meaning to this library. They are compared without regard to case. */
public final class HeaderNames {

    /** What a replay is marked with unless a setting says otherwise. */
    public static final String REPLAYED = Header.REPLAYED;

    /** When the key is new again, as an HTTP date. */
    public static final String EXPIRES = Header.KEY_EXPIRES;

    /** Credentials, what a server creates for every response, what belongs to one hop (RFC 9110, 7.6.1), and ours. */
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

    private HeaderNames() {}

    /** Whether a response header has a meaning that no setting can give to it. */
    public static boolean isTaken(String name) {
        return isStoredByDefault(name) || (isNeverStored(name) && !REPLAYED.equalsIgnoreCase(name));
    }

    /** Whether no setting can make this response header be stored. */
    public static boolean isNeverStored(String name) {
        return DENIED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether this response header is stored unless a setting says otherwise. */
    public static boolean isStoredByDefault(String name) {
        return ALLOWED.contains(name.toLowerCase(Locale.ROOT));
    }
}
