// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the key's header by the draft, but for a fault.
 *
 * @param fault of the server
 */
record KeyReader(Fault fault) {

    private static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])++\"");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9:@.=-]+");

    /** The record's key; empty if the header is malformed. */
    Optional<String> key(List<String> lines) {
        String value = String.join(", ", lines);
        if (fault == Fault.TAKES_THE_HEADER_AS_IT_IS) {
            return Optional.of(value);
        }
        if (fault == Fault.JOINS_HEADER_LINES && lines.size() > 1) {
            return Optional.of(value.replace("\"", ""));
        }
        if (fault == Fault.TRIMS_QUOTES) {
            String bare = value.replaceAll("^\"|\"$", "");
            return bare.isEmpty() || lines.size() > 1 ? Optional.empty() : Optional.of(bare);
        }
        if (fault == Fault.TAKES_BARE_KEYS && BARE.matcher(value).matches()) {
            return Optional.of('"' + value + '"');
        }
        boolean known = STRING.matcher(fault == Fault.PARAMETER_MAKES_A_KEY ? value.replace(";a=1", "") : value)
                .matches();
        return lines.size() == 1 && value.length() <= 300 && known && !isRefused(value)
                ? Optional.of(changed(value))
                : Optional.empty();
    }

    private boolean isRefused(String value) {
        return (fault == Fault.REFUSES_BLANKS && value.contains(" "))
                || (fault == Fault.REFUSES_LONG_KEYS && value.length() > 100);
    }

    private String changed(String value) {
        String text = value.substring(1, value.length() - 1);
        return switch (fault) {
            case CUTS_KEYS_TO_30 -> cut(text, 30);
            case CUTS_KEYS_TO_36 -> cut(text, 36);
            case CUTS_KEYS_TO_254 -> cut(text, 254);
            case KEEPS_THE_END_OF_KEYS -> text.substring(Math.max(0, text.length() - 64));
            case IGNORES_CASE -> text.toLowerCase(Locale.ROOT);
            case STRIPS_BLANKS -> text.strip();
            case FOLDS_BLANKS -> text.replaceAll(" +", " ");
            default -> value;
        };
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}
