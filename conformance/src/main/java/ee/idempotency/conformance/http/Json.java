// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259), so that the kit depends on no library for it. Numbers stay text, null is {@link #NULL}. */
final class Json {

    /** JSON's null. */
    static final Object NULL = new Object();

    private static final int MAX_DEPTH = 100;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\x00-\\x1f]*+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|[\"\\\\/bfnrt])");
    private static final Pattern BLANK = Pattern.compile("[ \t\r\n]*+");

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** The members of an object; empty if the text is something else or no JSON. */
    static Optional<Map<String, Object>> object(String text) {
        Json json = new Json(text);
        try {
            json.skipBlanks();
            Map<String, Object> members = json.members();
            json.skipBlanks();
            return json.at == text.length() ? Optional.of(members) : Optional.empty();
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }

    private Object value() {
        skipBlanks();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word().orElseGet(() -> match(NUMBER).group());
        };
    }

    private Optional<Object> word() {
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return Optional.of(word.equals("null") ? NULL : Boolean.valueOf(word));
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        open('{');
        if (!closes('}')) {
            do {
                skipBlanks();
                String name = string();
                skipBlanks();
                expect(':');
                members.put(name, value());
            } while (continues('}'));
        }
        depth--;
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        open('[');
        if (!closes(']')) {
            do {
                elements.add(value());
            } while (continues(']'));
        }
        depth--;
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        expect('"');
        string.append(match(PLAIN).group());
        while (peek() != '"') {
            string.append(unescape(match(ESCAPE).group(1))).append(match(PLAIN).group());
        }
        expect('"');
        return string.toString();
    }

    private static String unescape(String escape) {
        return switch (escape.charAt(0)) {
            case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> escape;
        };
    }

    private void open(char bracket) {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("too deep");
        }
        expect(bracket);
    }

    private boolean closes(char bracket) {
        skipBlanks();
        if (peek() != bracket) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char character) {
        if (peek() != character) {
            throw new IllegalArgumentException("no " + character + " at " + at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("ends early");
        }
        return text.charAt(at);
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("unexpected text at " + at);
        }
        at = matcher.end();
        return matcher;
    }

    private void skipBlanks() {
        match(BLANK);
    }
}
