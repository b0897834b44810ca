// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header's value and its parameters, as of {@code Content-Type} and {@code Content-Disposition}. The escapes of a quoted
 * parameter stay as they are written: senders do not agree about them.
 *
 * @param value before the first semicolon, in lower case
 * @param parameters by their names in lower case
 */
record HeaderValue(String value, Map<String, String> parameters) {

    /**
     * Reads it.
     *
     * @throws NotCanonicalException if it is malformed or has a parameter twice
     */
    static HeaderValue parse(String text) throws NotCanonicalException {
        Scanner scanner = new Scanner(text);
        String value = scanner.token("/");
        Map<String, String> parameters = new TreeMap<>();
        while (scanner.skip(';')) {
            if (scanner.isBeforeParameter()) {
                String name = scanner.token("").toLowerCase(Locale.ROOT);
                if (!scanner.skip('=') || parameters.put(name, scanner.parameterValue()) != null) {
                    throw new NotCanonicalException("a header's parameter has no value, or is there twice");
                }
            }
        }
        scanner.expectEnd();
        return new HeaderValue(value.toLowerCase(Locale.ROOT), parameters);
    }

    /** By hand and not by a pattern, whose repeated alternatives would take stack for every character. */
    private static final class Scanner {

        private static final String TOKEN = "!#$%&'*+.^_`|~-";

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
            skipBlanks();
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
        }

        boolean isBeforeParameter() {
            return at < text.length() && text.charAt(at) != ';';
        }

        /** Goes past {@code character} and blanks around it, if it is next. */
        boolean skip(char character) {
            skipBlanks();
            boolean found = at < text.length() && text.charAt(at) == character;
            at += found ? 1 : 0;
            skipBlanks();
            return found;
        }

        String token(String more) throws NotCanonicalException {
            int start = at;
            while (at < text.length() && isOfToken(text.charAt(at), more)) {
                at++;
            }
            if (at == start) {
                throw new NotCanonicalException("a header lacks a token");
            }
            return text.substring(start, at);
        }

        private static boolean isOfToken(char character, String more) {
            return (character < 128 && Character.isLetterOrDigit(character))
                    || TOKEN.indexOf(character) >= 0
                    || more.indexOf(character) >= 0;
        }

        String parameterValue() throws NotCanonicalException {
            if (at == text.length() || text.charAt(at) != '"') {
                return token("");
            }
            int start = ++at;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            if (at >= text.length()) {
                throw new NotCanonicalException("a quoted text does not end");
            }
            return text.substring(start, at++);
        }

        void expectEnd() throws NotCanonicalException {
            skipBlanks();
            if (at < text.length()) {
                throw new NotCanonicalException("a header goes on after its end");
            }
        }
    }

    /** Whether the charset is UTF-8, by name or for want of another. */
    boolean isUtf8() {
        return parameters.getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8");
    }

    HeaderValue without(String parameter) {
        Map<String, String> others = new TreeMap<>(parameters);
        others.remove(parameter);
        return new HeaderValue(value, others);
    }

    /** The parameters sorted by name, each in quotes. */
    String canonical() {
        StringBuilder text = new StringBuilder(value);
        parameters.forEach((name, content) ->
                text.append(';').append(name).append("=\"").append(content).append('"'));
        return text.toString();
    }
}
