// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the comparison of payloads.
 *
 * @param strategy of operations without {@link RequestFingerprint}
 * @param alsoAccept records that were claimed by one of these are known too, without JSON pointers
 * @param headers names of request headers, in lower case, that are compared besides the built-in ones
 */
public record FingerprintSettings(
        FingerprintStrategy strategy, Set<FingerprintStrategy> alsoAccept, Set<String> headers) {

    /**
     * {@value}: {@code raw} (default) or {@code content}, which is the default of the profile {@code acp}. Raw: cheap, and whatever is sent is compared. Content: clients
     * may build the body of a repeat again, at about ten to fifty times the cost of hashing its bytes.
     */
    public static final String STRATEGY = "idempotency.http.fingerprint";
    /**
     * {@value}: strategies separated by commas, default none. More: after a change of strategy the repeats of earlier
     * requests are still known, at the cost of a second fingerprint for every request. Fewer: less work.
     */
    public static final String ALSO_ACCEPT = "idempotency.http.fingerprint.also-accept";

    /**
     * {@value}: names of request headers separated by commas, default none; compared besides the conditional headers, {@code
     * Content-Encoding}, {@code Content-Language}, {@code Content-Location} and {@code Content-Range}, which always are.
     * More: a header that changes what a request means cannot get another request's answer. Fewer: a client may send a
     * repeat with other headers.
     */
    public static final String HEADERS = "idempotency.http.fingerprint.headers";

    /** Copies the sets. */
    public FingerprintSettings {
        alsoAccept = Set.copyOf(alsoAccept);
        headers = Set.copyOf(headers);
    }

    static FingerprintSettings read(SettingsReader reader, Profile profile) {
        Set<String> others = reader.texts(
                ALSO_ACCEPT, Set.of(), "raw|content", "must be raw, content, or both separated by a comma");
        return new FingerprintSettings(
                reader.choice(STRATEGY, profile.fingerprint()),
                others.stream()
                        .map(name -> FingerprintStrategy.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                reader.texts(HEADERS, Set.of(), Header.TOKEN, "must be header names separated by commas").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }
}
