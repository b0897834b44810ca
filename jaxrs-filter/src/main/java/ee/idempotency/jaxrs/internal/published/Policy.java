// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.fingerprint.ComparedHeaders;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.problem.Renderers;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.KeySyntax;
import ee.idempotency.jaxrs.internal.settings.Profile;
import ee.idempotency.jaxrs.internal.settings.StatusSettings;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Application;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What clients of an application may know of its idempotency (draft, sections 2.3 and 2.5.2), as JSON. */
public final class Policy {

    private static final List<String> STORED = List.of("2xx", "3xx", "4xx");
    private static final List<String> RELEASED = List.of("5xx", "304", "401", "403", "408", "412", "425", "428", "429");

    private final HttpSettings settings;
    private final OperationOptions defaults;
    private final List<PublishedOperation> operations;
    private final String base;

    private Policy(HttpSettings settings, OperationOptions defaults, List<PublishedOperation> operations, String base) {
        this.settings = settings;
        this.defaults = defaults;
        this.operations = operations;
        this.base = base;
    }

    /** The policy of an application whose paths start with {@code base}. */
    public static JsonObject of(
            HttpSettings settings, OperationOptions defaults, @Nullable Application application, String base) {
        return new Policy(settings, defaults, PublishedOperations.of(PublishedOperation.pathOf(application)), base)
                .toJson();
    }

    private JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("specification", "draft-ietf-httpapi-idempotency-key-header-07")
                .add("profile", lower(settings.profile()))
                .add("header", settings.key().header())
                .add("required", settings.key().use() == KeySettings.Use.REQUIRED)
                .add("key", key(settings.key()))
                .add("expiry", expiry())
                .add("repeats", repeats())
                .add("limits", limits())
                .add("operations", operations())
                .add("problems", problems())
                .build();
    }

    private static JsonObjectBuilder key(KeySettings key) {
        return Json.createObjectBuilder()
                .add("syntax", syntax(key.syntax()))
                .add("minLength", key.minLength())
                .add("maxLength", key.maxLength())
                .add("blanks", key.blanks() == KeySettings.Blanks.KEEP ? "kept" : "refused")
                .add("scope", "a key belongs to one operation and one caller");
    }

    private static String syntax(KeySyntax syntax) {
        return switch (syntax) {
            case RAW -> "visible ASCII, as it is";
            case STRICT -> "one string of RFC 9651, in double quotes";
            case LENIENT ->
                "one string of RFC 9651, in double quotes; or visible ASCII without them and without blank, comma,"
                        + " semicolon and backslash";
        };
    }

    private JsonObjectBuilder expiry() {
        return Json.createObjectBuilder()
                .add("retention", defaults.retention().toString())
                .add("countedFrom", "the first request with the key")
                .add("header", HeaderNames.EXPIRES)
                .add("afterwards", "a request with the key is a new one");
    }

    private JsonObjectBuilder repeats() {
        StatusSettings set = settings.statuses();
        return Json.createObjectBuilder()
                .add(
                        "mustAgreeIn",
                        "method, path, query, content type, conditional and representation headers, and body")
                .add("headers", headers())
                .add("body", lower(settings.fingerprint().strategy()))
                .add("replayHeader", settings.signals().replayed())
                .add("waitUpTo", defaults.waitUpTo().toString())
                .add("storedStatuses", statuses(set.store(), set.release(), STORED))
                .add("releasedStatuses", statuses(set.release(), set.store(), RELEASED));
    }

    private JsonArray headers() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        Set<String> compared = new TreeSet<>(ComparedHeaders.ALWAYS);
        compared.addAll(settings.fingerprint().headers());
        compared.forEach(array::add);
        return array.build();
    }

    /** What is set, and of the default what is not set otherwise, itself or with its class. */
    private static JsonArray statuses(Set<String> set, Set<String> otherwise, List<String> byDefault) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        new TreeSet<>(set).forEach(array::add);
        byDefault.stream()
                .filter(status -> !set.contains(status)
                        && !set.contains(status.charAt(0) + "xx")
                        && !otherwise.contains(status)
                        && !otherwise.contains(status.charAt(0) + "xx"))
                .forEach(array::add);
        return array.build();
    }

    private JsonObjectBuilder limits() {
        return Json.createObjectBuilder()
                .add("requestBytes", settings.maxRequestSize())
                .add("retainedResponseBytes", settings.maxResponseSize());
    }

    private JsonArray operations() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (PublishedOperation operation : operations) {
            array.add(Json.createObjectBuilder()
                    .add("name", operation.name())
                    .add("method", operation.httpMethod())
                    .add("path", operation.path().replaceFirst("^/", base))
                    .add("keyRequired", operation.keyRequired())
                    .add("keyFrom", operation.key().words(settings.key().header()))
                    .add("retention", operation.options().retention().toString())
                    .add("mode", lower(operation.options().mode()))
                    .add("retained", lower(operation.options().retained()))
                    .add("rereads", operation.rereads()));
        }
        return array.build();
    }

    private JsonArray problems() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ProblemType type : ProblemType.values()) {
            RenderedProblem example = Renderers.example(settings.profile(), type);
            JsonObjectBuilder problem = Json.createObjectBuilder()
                    .add("code", type.code())
                    .add("status", example.status())
                    .add("title", type.title())
                    .add("retryable", type.isRetryable())
                    .add("advice", type.advice());
            if (settings.profile() != Profile.DRAFT_07) {
                problem.add("body", new String(example.body().toArray(), StandardCharsets.UTF_8));
            }
            array.add(problem);
        }
        return array.build();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
