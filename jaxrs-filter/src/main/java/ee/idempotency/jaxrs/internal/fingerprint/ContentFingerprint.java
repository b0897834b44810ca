// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fingerprint of what a request's body says. Thread-safe. */
final class ContentFingerprint {

    /** Larger bodies are compared as bytes: canonical forms are made in memory, a few times as large as the body. */
    static final int MAX_BODY = 1024 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/";

    private final CanonicalJson json;
    private final boolean isPartial;

    ContentFingerprint(JsonSelection selection) {
        this.json = new CanonicalJson(selection);
        this.isPartial = selection.isPartial();
    }

    /** Of a body that has no canonical form, the raw one, which none with such a form has. */
    Fingerprint of(RequestContent request) {
        try {
            Canonical canonical = canonical(
                    request.contentType(), request.headers(), request.body().toArray());
            return RequestDigest.canonical(canonical.form, request, canonical.contentType, canonical.body);
        } catch (NotCanonicalException itsBytes) {
            return RequestDigest.raw(request);
        }
    }

    private Canonical canonical(@Nullable String contentType, List<ComparedHeader> headers, byte[] body)
            throws NotCanonicalException {
        if (contentType == null || body.length > MAX_BODY || isEncoded(headers)) {
            throw new NotCanonicalException("no content type, too large, or compressed");
        }
        HeaderValue type = HeaderValue.parse(contentType);
        HeaderValue compared = type.isUtf8() ? type.without("charset") : type;
        if (isJson(type.value()) && type.isUtf8()) {
            String form = isPartial ? "json-selection/v1" : "json/v1";
            return new Canonical(form, compared.canonical(), json.of(body));
        }
        if (type.value().equals(FORM)) {
            return new Canonical("form/v1", compared.canonical(), FormFields.canonical(body));
        }
        if (type.value().startsWith(MULTIPART)) {
            String withoutBoundary = type.without("boundary").canonical();
            return new Canonical("multipart/v1", withoutBoundary, MultipartBody.canonical(body, type));
        }
        throw new NotCanonicalException("a type without canonical form");
    }

    private static boolean isEncoded(List<ComparedHeader> headers) {
        return headers.stream()
                .anyMatch(header -> header.name().equals("content-encoding")
                        && !header.value().equalsIgnoreCase("identity"));
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.equals("text/json") || mediaType.endsWith("+json");
    }

    /** A body in canonical form. */
    private static final class Canonical {

        private final String form;
        private final String contentType;
        private final byte[] body;

        Canonical(String form, String contentType, byte[] body) {
            this.form = form;
            this.contentType = contentType;
            this.body = body;
        }
    }
}
