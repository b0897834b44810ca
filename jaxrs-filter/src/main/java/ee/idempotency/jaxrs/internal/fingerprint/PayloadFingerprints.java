// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.Fingerprint;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.spi.Header;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the fingerprints of the requests of one operation. Thread-safe. */
public final class PayloadFingerprints {

    private final List<Function<RequestContent, Fingerprint>> makers;
    private final ComparedHeaders headers;

    private PayloadFingerprints(List<Function<RequestContent, Fingerprint>> makers, ComparedHeaders headers) {
        this.makers = makers;
        this.headers = headers;
    }

    /**
     * As an operation's annotations say, or else the settings.
     *
     * @param annotations the first for new requests, the others accepted too; may be empty
     * @throws IllegalArgumentException if an annotation cannot work; the message is for the application's developer
     */
    public static PayloadFingerprints of(List<RequestFingerprint> annotations, FingerprintSettings settings) {
        Set<FingerprintRule> rules = new LinkedHashSet<>();
        annotations.forEach(annotation -> rules.add(FingerprintRule.of(annotation)));
        if (annotations.isEmpty()) {
            rules.add(FingerprintRule.of(settings.strategy()));
        }
        settings.alsoAccept().stream().sorted().map(FingerprintRule::of).forEach(rules::add);
        return new PayloadFingerprints(
                rules.stream().map(PayloadFingerprints::maker).toList(), headers(annotations, settings));
    }

    private static ComparedHeaders headers(List<RequestFingerprint> annotations, FingerprintSettings settings) {
        Set<String> names = new LinkedHashSet<>(settings.headers());
        for (RequestFingerprint annotation : annotations) {
            for (String name : annotation.headers()) {
                if (!name.matches(Header.TOKEN)) {
                    throw new IllegalArgumentException("\"" + name + "\" in headers is no header name");
                }
                names.add(name);
            }
        }
        return new ComparedHeaders(names);
    }

    private static Function<RequestContent, Fingerprint> maker(FingerprintRule rule) {
        return rule.strategy() == FingerprintStrategy.RAW
                ? RequestDigest::raw
                : new ContentFingerprint(rule.selection())::of;
    }

    /** The headers of a request that are compared; {@code lines} returns the lines of a header, or null. */
    public List<ComparedHeader> headers(Function<String, @Nullable List<String>> lines) {
        return headers.of(lines);
    }

    /** The one a new claim is written with, and then those that are accepted too. */
    public List<Fingerprint> of(RequestContent request) {
        return makers.stream().map(maker -> maker.apply(request)).toList();
    }
}
