// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.Fingerprint;
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
    Fingerprint of(
            String method,
            String pathTemplate,
            String path,
            @Nullable String rawQuery,
            @Nullable String contentType,
            byte[] body) {
        try {
            Canonical canonical = canonical(contentType, body);
            return Fingerprint.ofCanonicalRequest(
                    canonical.form, method, pathTemplate, path, rawQuery, canonical.contentType, canonical.body);
        } catch (NotCanonicalException itsBytes) {
            return Fingerprint.ofRequest(method, pathTemplate, path, rawQuery, contentType, body);
        }
    }

    private Canonical canonical(@Nullable String contentType, byte[] body) throws NotCanonicalException {
        if (contentType == null || body.length > MAX_BODY) {
            throw new NotCanonicalException("no content type, or too large");
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
