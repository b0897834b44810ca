// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.Fingerprint;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.annotation.RequestFingerprint;
import ee.idempotency.jaxrs.settings.FingerprintSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the fingerprints of the requests of one operation. Thread-safe. */
public final class PayloadFingerprints {

    /** Of the same shape as {@link Fingerprint#ofRequest}. */
    private interface Maker {

        Fingerprint make(
                String method,
                String pathTemplate,
                String path,
                @Nullable String rawQuery,
                @Nullable String contentType,
                byte[] body);
    }

    private final List<Maker> makers;

    private PayloadFingerprints(List<Maker> makers) {
        this.makers = makers;
    }

    /**
     * As an operation's annotations say, or else the settings.
     *
     * @param annotations the first for new requests, the others accepted too; may be empty
     * @throws IllegalArgumentException if an annotation cannot work; the message tells an application's developer
     */
    public static PayloadFingerprints of(List<RequestFingerprint> annotations, FingerprintSettings settings) {
        Set<FingerprintRule> rules = new LinkedHashSet<>();
        annotations.forEach(annotation -> rules.add(FingerprintRule.of(annotation)));
        if (annotations.isEmpty()) {
            rules.add(FingerprintRule.of(settings.strategy()));
        }
        settings.alsoAccept().stream().sorted().map(FingerprintRule::of).forEach(rules::add);
        return new PayloadFingerprints(
                rules.stream().map(PayloadFingerprints::maker).toList());
    }

    private static Maker maker(FingerprintRule rule) {
        return rule.strategy() == FingerprintStrategy.RAW
                ? Fingerprint::ofRequest
                : new ContentFingerprint(rule.selection())::of;
    }

    /**
     * The one a new claim is written with, and then those that are accepted too; parameters as of {@code ofRequest}. The
     * path counts without a leading slash: RESTEasy's has one, Jersey's has none, and servers of both may share a store.
     */
    public List<Fingerprint> of(
            String method,
            String pathTemplate,
            String path,
            @Nullable String rawQuery,
            @Nullable String contentType,
            byte[] body) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        List<Fingerprint> fingerprints = new ArrayList<>(makers.size());
        for (Maker maker : makers) {
            fingerprints.add(maker.make(method, pathTemplate, relative, rawQuery, contentType, body));
        }
        return fingerprints;
    }
}
