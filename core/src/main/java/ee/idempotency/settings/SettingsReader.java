// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.settings;

import ee.idempotency.InvalidSettingsException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings as text from anywhere and collects every problem. A setting that is wrong is read as its default, so
 * that the rest can be checked too; {@link #finish()} then throws. Not thread-safe.
 */
public final class SettingsReader {

    /** What all names start with. */
    public static final String PREFIX = "idempotency.";

    /** How addresses carry passwords: as user information, or as parameters. */
    private static final Pattern MAY_HOLD_A_SECRET = Pattern.compile("[@?&;=]|//");

    private static final int LONGEST_SHOWN = 100;

    private static final String NOT_SHOWN = "(set, not shown)";

    private final Function<String, @Nullable String> source;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();
    private final SortedMap<String, String> given = new TreeMap<>();

    /** A reader of {@code source}, which answers null for a name that is not set. */
    public SettingsReader(Function<String, @Nullable String> source) {
        this.source = source;
    }

    /** An ISO-8601 duration such as {@code PT30S} or {@code P7D}, from {@code min} to {@code max}. */
    public Duration duration(String name, Duration defaultValue, Duration min, Duration max) {
        String text = raw(name);
        if (text == null) {
            return defaultValue;
        }
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return value;
            }
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            // reported below, in the same words as a value out of range
        }
        wrong(name, text, "must be an ISO-8601 duration from " + min + " to " + max + ", such as " + defaultValue);
        return defaultValue;
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String name, int defaultValue, int min, int max) {
        String text = raw(name);
        if (text == null) {
            return defaultValue;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, in the same words as a value out of range
        }
        wrong(name, text, "must be a whole number from " + min + " to " + max);
        return defaultValue;
    }

    /** A number from 0 to 1, such as {@code 0.25}. */
    public double fraction(String name, double defaultValue) {
        String text = raw(name);
        if (text == null || text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            return text == null ? defaultValue : Double.parseDouble(text);
        }
        wrong(name, text, "must be a number from 0 to 1, such as 0.25");
        return defaultValue;
    }

    /** {@code true} or {@code false}, and nothing else. */
    public boolean flag(String name, boolean defaultValue) {
        String text = raw(name);
        if (text == null || "true".equals(text) || "false".equals(text)) {
            return text == null ? defaultValue : Boolean.parseBoolean(text);
        }
        wrong(name, text, "must be true or false");
        return defaultValue;
    }

    /** One of the constants of an enum, written with hyphens or underscores, in lower or upper case. */
    public <E extends Enum<E>> E choice(String name, E defaultValue) {
        String text = raw(name);
        if (text == null) {
            return defaultValue;
        }
        E[] constants = defaultValue.getDeclaringClass().getEnumConstants();
        for (E constant : constants) {
            if (spelling(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return constant;
            }
        }
        wrong(
                name,
                text,
                "must be one of "
                        + Arrays.stream(constants).map(SettingsReader::spelling).collect(Collectors.joining(", ")));
        return defaultValue;
    }

    /** A text that matches {@code pattern}; {@code rule} says in words what that is. */
    public String text(String name, String defaultValue, String pattern, String rule) {
        String text = raw(name);
        if (text == null || text.matches(pattern)) {
            return text == null ? defaultValue : text;
        }
        wrong(name, text, rule);
        return defaultValue;
    }

    /** As {@link #text}, for a setting into which users put passwords by mistake, such as an address: no value is shown. */
    public String confidential(String name, String defaultValue, String pattern, String rule) {
        String text = raw(name);
        given.computeIfPresent(name, (same, shown) -> NOT_SHOWN);
        if (text == null || text.matches(pattern)) {
            return text == null ? defaultValue : text;
        }
        problem(name + " = " + hidden(text) + ": " + rule);
        return defaultValue;
    }

    /** A password or the like: any text, as it is, with its blanks; empty if it is not set. No problem ever shows it. */
    public String secret(String name) {
        known.add(name);
        String text = source.apply(name);
        if (text != null && !text.isBlank()) {
            given.put(name, NOT_SHOWN);
        }
        return text == null ? "" : text;
    }

    /** Texts separated by commas, each of which matches {@code pattern}; {@code rule} says in words what that is. */
    public Set<String> texts(String name, Set<String> defaultValue, String pattern, String rule) {
        String text = raw(name);
        if (text == null) {
            return defaultValue;
        }
        Set<String> values = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
        if (values.stream().allMatch(value -> value.matches(pattern))) {
            return Set.copyOf(values);
        }
        wrong(name, text, rule);
        return defaultValue;
    }

    /** Whether the application gives the setting a value. */
    public boolean isSet(String name) {
        return raw(name) != null;
    }

    /** Adds a problem that only the caller can see. */
    public void problem(String problem) {
        problems.add(problem);
    }

    /**
     * Reports names that start with {@value #PREFIX} but that no module reads: most often a misspelling. For an environment
     * variable such as {@code IDEMPOTENCY_LOCK_WAIT} some servers also list a name that they made of it, with dots only:
     * {@code idempotency.lock.wait}. It is no misspelling where the variable is one of a setting.
     *
     * @param variables the names of the environment variables
     */
    public void checkUnknown(Iterable<String> names, Set<String> variables) {
        Set<String> set = known.stream().map(SettingsReader::variable).collect(Collectors.toSet());
        set.retainAll(variables);
        for (String name : names) {
            if (name.startsWith(PREFIX) && !known.contains(name) && !set.contains(variable(name))) {
                problem(name + ": there is no such setting; the nearest are "
                        + known.stream()
                                .sorted(Comparator.comparingInt(each -> distance(each, name)))
                                .limit(3)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    /** The settings read so far that the application gives a value, by name; secrets are described and not shown. */
    public SortedMap<String, String> given() {
        return new TreeMap<>(given);
    }

    /** Every problem so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettingsException listing every problem, if there is one
     */
    public void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    private @Nullable String raw(String name) {
        known.add(name);
        String text = source.apply(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        given.put(name, shown(text.strip()));
        return text.strip();
    }

    private void wrong(String name, String text, String rule) {
        problem(name + " = " + shown(text) + ": " + rule);
    }

    /**
     * A value as an error may show it: one that looks as if it held a secret (an address with user information or
     * parameters), or is too long to be read, is described instead.
     */
    public static String shown(String value) {
        boolean harmless = value.length() <= LONGEST_SHOWN
                && !MAY_HOLD_A_SECRET.matcher(value).find();
        return harmless ? value : hidden(value);
    }

    private static String hidden(String value) {
        return "(" + value.length() + " characters, not shown: they may hold a secret)";
    }

    /** How many letters must be put in, left out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /** The environment variable that is a setting, as MicroProfile Config says. */
    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
