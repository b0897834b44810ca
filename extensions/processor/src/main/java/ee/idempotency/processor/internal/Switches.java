// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The level of each rule, as the compiler's options say. Immutable. */
public final class Switches {

    private static final String PREFIX = "idempotency.";

    private final Map<String, Level> levels = SourceRule.all();
    private final List<String> problems = new ArrayList<>();

    private Switches(Map<String, String> options) {
        options.forEach(this::read);
    }

    /** As these options of the compiler say, without their {@code -A}; others are left alone. */
    public static Switches of(Map<String, String> options) {
        return new Switches(options);
    }

    /** The names of all options. */
    public static Set<String> options() {
        return SourceRule.all().keySet().stream().map(rule -> PREFIX + rule).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all options, with their values unless one is given. */
    public static Map<String, String> usual() {
        return SourceRule.all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rule -> PREFIX + rule.getKey(), rule -> rule.getValue().optionValue()));
    }

    private void read(String option, String value) {
        if (!option.startsWith(PREFIX)) {
            return;
        }
        String rule = option.substring(PREFIX.length());
        Optional<Level> level = Arrays.stream(Level.values())
                .filter(each -> each.optionValue().equals(value))
                .findFirst();
        if (!levels.containsKey(rule)) {
            problems.add(
                    "-A" + option + ": there is no such rule; the rules are " + String.join(", ", levels.keySet()));
        } else if (level.isEmpty()) {
            problems.add("-A" + option + "=" + value + ": must be off, warning or error");
        } else {
            levels.put(rule, level.get());
        }
    }

    /** What is wrong with the options. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    Level levelOf(String rule) {
        return levels.getOrDefault(rule, Level.ERROR);
    }
}
