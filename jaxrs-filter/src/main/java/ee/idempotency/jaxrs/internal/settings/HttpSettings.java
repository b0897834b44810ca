// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.issued.IssuedSettings;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.operation.KeySource;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Settings of the HTTP adapter.
 *
 * @param key of the key header
 * @param protect which resource methods are protected
 * @param methods under {@link Protect#ALL}, with these HTTP methods, in upper case
 * @param maxRequestSize the largest request body of a protected operation, in bytes
 * @param maxResponseSize the largest response body that is kept, in bytes
 * @param fingerprint of the comparison of payloads
 * @param statuses which answers are outcomes
 * @param signals of the response headers by which a client sees what became of its request
 * @param headers header names, in lower case, that are stored besides the built-in ones; one that ends with {@code *}
 *     is a prefix
 * @param deniedHeaders header names, in lower case, that are never stored, besides the built-in ones; likewise
 * @param failOpen whether requests run unprotected while the store does not answer
 * @param documentation of what is published
 * @param maxFormParameters the most parameters of a protected operation's form
 * @param unfinishedJson what becomes of a JSON document that does not end
 * @param shadow of shadow mode
 * @param issued of keys that the server issues
 * @param profile whose manners the API has
 * @param keySources where the key of an operation is, given its name and what its annotation says
 */
public record HttpSettings(
        KeySettings key,
        Protect protect,
        Set<String> methods,
        int maxRequestSize,
        int maxResponseSize,
        FingerprintSettings fingerprint,
        StatusSettings statuses,
        SignalSettings signals,
        Set<String> headers,
        Set<String> deniedHeaders,
        boolean failOpen,
        DocumentationSettings documentation,
        int maxFormParameters,
        UnfinishedJson unfinishedJson,
        ShadowSettings shadow,
        IssuedSettings issued,
        Profile profile,
        BiFunction<String, KeySource, KeySource> keySources) {

    /**
     * {@value}: {@code annotated} (default) or {@code all}. Annotated: only operations that were thought of. All: no
     * operation is forgotten, but every client has to send keys (or see {@link KeySettings#USE}).
     */
    public static final String PROTECT = "idempotency.http.protect";
    /**
     * {@value}: HTTP methods separated by commas, default {@code POST,PUT,PATCH,DELETE}; for {@code all} only. More:
     * custom methods are protected too. Fewer: less to store, where PUT and DELETE are idempotent anyway. GET, HEAD and
     * OPTIONS are never protected.
     */
    public static final String METHODS = "idempotency.http.methods";
    /**
     * {@value}: bytes, default 1048576, 1 to 67108864. Larger: larger uploads can be protected. Smaller: less memory,
     * which every request in flight takes once.
     */
    public static final String MAX_REQUEST_SIZE = "idempotency.http.max-request-size";
    /**
     * {@value}: bytes, default 1048576, 1 to 16777216. Larger: larger answers are replayed. Smaller: less memory and a
     * smaller table; repeats of larger answers are refused as {@code response-not-retained}.
     */
    public static final String MAX_RESPONSE_SIZE = "idempotency.http.max-response-size";
    /**
     * {@value}: response header names separated by commas, {@code X-*} for a prefix, default none; stored besides the
     * built-in ones. More: replays are more like the first answer. Fewer: nothing personal is kept by accident.
     */
    public static final String HEADERS = "idempotency.http.headers";
    /**
     * {@value}: response header names separated by commas, {@code X-*} for a prefix, default none; never stored or
     * replayed, besides the built-in ones, which cannot be taken away. More: less is kept. Fewer: replays are more like
     * the first answer.
     */
    public static final String DENIED_HEADERS = "idempotency.http.denied-headers";

    /**
     * {@value}: {@code true} or {@code false} (default). Off: while the store does not answer, requests are refused with 503
     * and nothing runs. On: they run unprotected, so that a repeat may run a second time.
     */
    public static final String FAIL_OPEN = "idempotency.http.fail-open";

    /**
     * {@value}: parameters, default 10000, 1 to 1000000. More: larger forms can be protected. Fewer: less work for a form
     * made of nothing but separators. The server's own limit holds for every other form.
     */
    public static final String MAX_FORM_PARAMETERS = "idempotency.http.max-form-parameters";

    /**
     * {@value}: {@code refuse} (default) or {@code pass}. Refuse: a request whose content type is JSON and whose document
     * ends inside an object, an array or a string is answered with 400 {@code body-malformed} before anything is claimed.
     * Pass: it is claimed and reaches the resource, for a parser that is known to refuse such a document; the one of some
     * servers never returns from it, and the thread and its claim are lost.
     */
    public static final String UNFINISHED_JSON = "idempotency.http.unfinished-json";

    private static final int MEBIBYTE = 1024 * 1024;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> DEFAULT_METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** Which resource methods are protected. */
    public enum Protect {
        /** Those with {@link ee.idempotency.IdempotentOperation} on themselves or their class. */
        ANNOTATED,
        /** These and all others with one of {@link HttpSettings#METHODS}. */
        ALL
    }

    /** What becomes of a JSON document that does not end. */
    public enum UnfinishedJson {
        /** 400 before anything is claimed. */
        REFUSE,
        /** The resource gets it. */
        PASS
    }

    /** Copies the sets. */
    public HttpSettings {
        methods = Set.copyOf(methods);
        headers = Set.copyOf(headers);
        deniedHeaders = Set.copyOf(deniedHeaders);
    }

    /** Reads the settings; what is wrong is collected by {@code reader} and replaced by its default. */
    public static HttpSettings read(SettingsReader reader) {
        Profile profile = reader.choice(Profile.PROFILE, Profile.DRAFT_07);
        return new HttpSettings(
                KeySettings.read(reader, profile),
                reader.choice(PROTECT, Protect.ANNOTATED),
                methods(reader),
                reader.integer(MAX_REQUEST_SIZE, MEBIBYTE, 1, 64 * MEBIBYTE),
                reader.integer(MAX_RESPONSE_SIZE, MEBIBYTE, 1, 16 * MEBIBYTE),
                FingerprintSettings.read(reader, profile),
                StatusSettings.read(reader),
                SignalSettings.read(reader, profile),
                headers(reader),
                lowerCase(reader.texts(
                        DENIED_HEADERS, Set.of(), Header.TOKEN, "must be header names separated by commas")),
                reader.flag(FAIL_OPEN, false),
                DocumentationSettings.read(reader),
                reader.integer(MAX_FORM_PARAMETERS, 10_000, 1, 1_000_000),
                reader.choice(UNFINISHED_JSON, UnfinishedJson.REFUSE),
                ShadowSettings.read(reader),
                IssuedSettings.read(reader),
                profile,
                (operation, annotated) -> KeySource.read(reader, operation, annotated));
    }

    /** Whether requests with this HTTP method pass untouched whatever the settings say. */
    public static boolean isSafe(String httpMethod) {
        return SAFE.contains(httpMethod);
    }

    private static Set<String> methods(SettingsReader reader) {
        Set<String> methods = reader.texts(METHODS, DEFAULT_METHODS, "[A-Z]+", "must be HTTP methods in upper case");
        if (methods.stream().anyMatch(HttpSettings::isSafe)) {
            reader.problem(METHODS + ": GET, HEAD and OPTIONS have no effect to protect");
            return DEFAULT_METHODS;
        }
        return methods;
    }

    private static Set<String> headers(SettingsReader reader) {
        Set<String> names =
                lowerCase(reader.texts(HEADERS, Set.of(), Header.TOKEN, "must be header names separated by commas"));
        Set<String> denied = names.stream().filter(HeaderNames::isNeverStored).collect(Collectors.toSet());
        if (!denied.isEmpty()) {
            reader.problem(HEADERS + ": " + String.join(", ", denied) + " must never be stored");
            return Set.of();
        }
        return names;
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
