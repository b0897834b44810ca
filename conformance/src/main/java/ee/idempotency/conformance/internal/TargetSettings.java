// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a {@link Target} from settings. Without {@code path} they describe the example of Idempotency EE; with it, what is
 * not named is not there. The value {@value #NONE} takes a setting away.
 */
public final class TargetSettings {

    /** The parameter of JUnit that has the settings as the text of a properties file. */
    public static final String PARAMETER = "idempotency.conformance.settings";

    /** The parameter of JUnit that names a properties file. */
    public static final String FILE_PARAMETER = "idempotency.conformance.file";

    private static final String NONE = "none";
    private static final String FIRST_CALLER = "first-caller.";
    private static final String SECOND_CALLER = "second-caller.";

    private static final Set<String> NAMES = Set.of(
            "base-url",
            "header",
            "key-required",
            "method",
            "path",
            "content-type",
            "body",
            "failing-path",
            "failing-body",
            "slow-path",
            "slow-body",
            "effects-path",
            "effects-match",
            "documentation",
            "racers",
            "timeout",
            "kept-for");

    private static final Map<String, String> COMMON = Map.of(
            "base-url", "http://127.0.0.1:8080/",
            "header", "Idempotency-Key",
            "key-required", "true",
            "method", "POST",
            "content-type", "application/x-www-form-urlencoded",
            "body", "",
            "racers", "16",
            "timeout", "PT30S",
            "kept-for", "PT2S");

    private static final Map<String, String> EXAMPLE = Map.of(
            "path",
            "v1/charges",
            "body",
            "amount={n}&currency=eur",
            "failing-body",
            "amount=0&currency=eur&description={n}",
            "effects-path",
            "v1/charges?limit=100",
            "effects-match",
            "\"amount\"\\s*:\\s*{n}\\b",
            FIRST_CALLER + "Authorization",
            "Bearer sk_test_first",
            SECOND_CALLER + "Authorization",
            "Bearer sk_test_second");

    private final Map<String, String> values;

    private TargetSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The target that the settings describe.
     *
     * @throws IllegalArgumentException if a name is unknown or a value is wrong; the message names it
     */
    public static Target read(Properties settings) {
        Map<String, String> values = new TreeMap<>(COMMON);
        if (settings.getProperty("path") == null) {
            values.putAll(EXAMPLE);
        }
        for (String name : settings.stringPropertyNames()) {
            if (!NAMES.contains(name) && !name.startsWith(FIRST_CALLER) && !name.startsWith(SECOND_CALLER)) {
                throw new IllegalArgumentException("There is no setting " + name + "; there are "
                        + String.join(", ", new TreeSet<>(NAMES)) + ", " + FIRST_CALLER + "<header>, "
                        + SECOND_CALLER + "<header>");
            }
            values.put(name, settings.getProperty(name));
        }
        values.values().removeIf(NONE::equals);
        return new TargetSettings(values).target();
    }

    /** Settings as text, for a configuration parameter of JUnit. */
    public static String write(Properties settings) {
        StringWriter text = new StringWriter();
        try {
            settings.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Settings from text as in a properties file. */
    public static Properties parse(String text) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return settings;
    }

    private Target target() {
        Endpoint operation =
                new Endpoint(value("method"), value("path"), value("content-type"), values.getOrDefault("body", ""));
        if (!operation.path().contains(Endpoint.PLACEHOLDER)
                && !operation.body().contains(Endpoint.PLACEHOLDER)) {
            throw new IllegalArgumentException("Neither path nor body has a " + Endpoint.PLACEHOLDER
                    + ": two requests could not differ in their payload");
        }
        return new Target(
                base(),
                value("header"),
                key("key-required"),
                operation,
                endpoint("failing", operation),
                endpoint("slow", operation),
                caller(FIRST_CALLER).orElse(Map.of()),
                caller(SECOND_CALLER),
                effects(),
                Optional.ofNullable(values.get("documentation")).map(URI::create),
                racers(),
                duration("timeout", Duration.ofMillis(100)),
                duration("kept-for", Duration.ZERO));
    }

    private URI base() {
        URI base = URI.create(value("base-url").replaceFirst("/*$", "/"));
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || base.getHost() == null) {
            throw new IllegalArgumentException("base-url must be http://host... or https://host..., it is " + base);
        }
        return base;
    }

    private Optional<Endpoint> endpoint(String prefix, Endpoint operation) {
        String path = values.get(prefix + "-path");
        String body = values.get(prefix + "-body");
        if (path == null && body == null) {
            return Optional.empty();
        }
        return Optional.of(new Endpoint(
                operation.method(),
                path == null ? operation.path() : path,
                operation.contentType(),
                body == null ? operation.body() : body));
    }

    private Optional<Map<String, String>> caller(String prefix) {
        Map<String, String> lines = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                lines.put(name.substring(prefix.length()), value);
            }
        });
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private Optional<EffectList> effects() {
        String path = values.get("effects-path");
        if (path == null) {
            return Optional.empty();
        }
        EffectList effects = new EffectList(path, value("effects-match"));
        try {
            effects.count("", 0);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("effects-match: " + wrong.getMessage(), wrong);
        }
        return Optional.of(effects);
    }

    private boolean key(String name) {
        String value = value(name);
        if (!Pattern.matches("true|false", value)) {
            throw new IllegalArgumentException(name + " must be true or false, it is " + value);
        }
        return Boolean.parseBoolean(value);
    }

    private int racers() {
        String value = value("racers");
        if (!Pattern.matches("\\d{1,3}", value) || Integer.parseInt(value) < 2 || Integer.parseInt(value) > 256) {
            throw new IllegalArgumentException("racers must be 2 to 256, it is " + value);
        }
        return Integer.parseInt(value);
    }

    private Duration duration(String name, Duration least) {
        String value = value(name);
        Duration duration;
        try {
            duration = Duration.parse(value);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(name + " must be an ISO-8601 duration, it is " + value, wrong);
        }
        if (duration.compareTo(least) < 0 || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " must be " + least + " to PT1H, it is " + value);
        }
        return duration;
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The setting " + name + " is missing");
        }
        return value;
    }
}
