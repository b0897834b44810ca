// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import ee.idempotency.Fingerprint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of an HTTP request: application, method, path template, path, query, headers, content type and body, each
 * framed by its length. The query's pairs are sorted by name; pairs of one name keep their order.
 */
final class RequestDigest {

    private static final Pattern BLANKS = Pattern.compile("\\s");

    private RequestDigest() {}

    /** With the body's bytes; the content type is compared without regard to case and blanks. */
    static Fingerprint raw(RequestContent request) {
        String contentType = request.contentType();
        String comparable = contentType == null
                ? null
                : BLANKS.matcher(contentType).replaceAll("").toLowerCase(Locale.ROOT);
        return of("raw", request, comparable, request.body().toArray());
    }

    /**
     * With the body in one of the spellings that mean the same.
     *
     * @param form the name and version of that spelling, such as {@code json/v1}: bodies of different forms never agree,
     *     and none agrees with a raw one
     * @param contentType what is to be compared of the content type
     * @param canonical the body in that form; two bodies that differ must not have the same
     */
    static Fingerprint canonical(String form, RequestContent request, String contentType, byte[] canonical) {
        return of("canonical/" + form, request, contentType, canonical);
    }

    private static Fingerprint of(String form, RequestContent request, @Nullable String contentType, byte[] body) {
        Fingerprint.Fields fields = Fingerprint.ofFields("request/v1/" + form)
                .text(request.application())
                .text(request.method())
                .text(request.pathTemplate())
                .text(request.path());
        sortedPairs(request.rawQuery()).forEach(fields::text);
        fields.absent();
        request.headers().forEach(header -> fields.text(header.name()).text(header.value()));
        fields.absent();
        if (contentType == null) {
            fields.absent();
        } else {
            fields.text(contentType);
        }
        return fields.bytes(body).toFingerprint();
    }

    private static List<String> sortedPairs(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(rawQuery.split("&", -1))
                .map(UriSpelling::of)
                .sorted(Comparator.comparing(RequestDigest::name))
                .toList();
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }
}
