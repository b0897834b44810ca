// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which request headers are part of the fingerprint, and in what spelling. Thread-safe. */
public final class ComparedHeaders {

    /**
     * Conditions (RFC 9110, section 13.1) say when a request is performed, and representation fields (section 8) and {@code
     * Content-Range} (section 14.4) what its bytes are. {@code Content-Type} is compared in a way of its own.
     */
    public static final Set<String> ALWAYS = Set.of(
            "if-match",
            "if-none-match",
            "if-modified-since",
            "if-unmodified-since",
            "if-range",
            "content-encoding",
            "content-language",
            "content-location",
            "content-range");

    private final List<String> names;

    /** Those that are always compared, and {@code others}, whatever their case. */
    ComparedHeaders(Collection<String> others) {
        Set<String> all = new TreeSet<>(ALWAYS);
        others.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        this.names = List.copyOf(all);
    }

    /** Those that a request has, in the order of their names; {@code lines} returns the lines of a header, or null. */
    List<ComparedHeader> of(Function<String, @Nullable List<String>> lines) {
        List<ComparedHeader> found = new ArrayList<>();
        for (String name : names) {
            List<String> values = lines.apply(name);
            if (values != null && !values.isEmpty()) {
                found.add(new ComparedHeader(name, spelling(String.join(",", values))));
            }
        }
        return found;
    }

    /**
     * Several lines are one list (RFC 9110, section 5.3), and blanks around its commas mean nothing (section 5.6.1); servers
     * join lines with blanks or without. What is in quotes stays.
     */
    private static String spelling(String value) {
        StringBuilder spelling = new StringBuilder(value.length());
        boolean isQuoted = false;
        int blanks = 0;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (!isQuoted && (character == ' ' || character == '\t')) {
                blanks++;
                continue;
            }
            boolean isAtEdge =
                    spelling.length() == 0 || character == ',' || spelling.charAt(spelling.length() - 1) == ',';
            spelling.append(blanks > 0 && !isAtEdge ? " " : "").append(character);
            blanks = 0;
            isQuoted ^= character == '"';
        }
        return spelling.toString();
    }
}
