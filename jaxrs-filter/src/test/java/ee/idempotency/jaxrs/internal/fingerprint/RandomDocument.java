// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random JSON document that can be written in many ways, and changed in one place. */
final class RandomDocument {

    /** What a JSON value is. */
    private sealed interface Value {}

    private record Constant(String word) implements Value {}

    /** Digits times a power of ten; digits neither begin nor end with a zero. */
    private record Decimal(boolean negative, String digits, int power) implements Value {}

    private record Text(String content) implements Value {}

    private record Elements(List<Value> values) implements Value {}

    private record Members(List<String> names, List<Value> values) implements Value {}

    private static final String ALPHABET = "ab\"\\/ \n\t\u0000\u001f\u00e9\ud83d\ude00\ud800\udc00,:[]{}1";

    private final Random random;
    private final Value root;

    private RandomDocument(Random random, Value root) {
        this.random = random;
        this.root = root;
    }

    static RandomDocument of(Random random) {
        RandomDocument maker = new RandomDocument(random, new Constant("null"));
        return new RandomDocument(random, maker.value(4));
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> new Constant(List.of("true", "false", "null").get(random.nextInt(3)));
            case 1, 2 -> decimal();
            case 3, 4 -> new Text(text());
            case 5 -> {
                List<Value> values = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    values.add(value(depth - 1));
                }
                yield new Elements(values);
            }
            default -> {
                Set<String> names = new HashSet<>();
                List<Value> values = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    if (names.add(text())) {
                        values.add(value(depth - 1));
                    }
                }
                yield new Members(List.copyOf(names), values);
            }
        };
    }

    private Decimal decimal() {
        StringBuilder digits = new StringBuilder();
        for (int i = random.nextInt(4) == 0 ? 40 : random.nextInt(5); i > 0; i--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        String nonZero = (1 + random.nextInt(9)) + digits.toString() + (1 + random.nextInt(9));
        return new Decimal(random.nextBoolean(), nonZero, random.nextInt(random.nextInt(5) == 0 ? 1000 : 6) - 3);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** A document that differs in one value, name or element. */
    RandomDocument changed() {
        return new RandomDocument(random, change(root));
    }

    private Value change(Value value) {
        if (value instanceof Elements elements) {
            List<Value> values = new ArrayList<>(elements.values());
            if (values.isEmpty() || random.nextInt(4) == 0) {
                values.add(random.nextInt(values.size() + 1), new Constant("true"));
            } else {
                int at = random.nextInt(values.size());
                values.set(at, change(values.get(at)));
            }
            return values.equals(elements.values()) ? new Constant("null") : new Elements(values);
        }
        if (value instanceof Members members && !members.names().isEmpty()) {
            List<Value> values = new ArrayList<>(members.values());
            List<String> names = new ArrayList<>(members.names());
            int at = random.nextInt(names.size());
            if (random.nextBoolean()) {
                names.set(at, names.get(at) + "longer than any");
            } else {
                values.set(at, change(values.get(at)));
            }
            return new Members(names, values);
        }
        if (value instanceof Decimal decimal) {
            return switch (random.nextInt(3)) {
                case 0 -> new Decimal(!decimal.negative(), decimal.digits(), decimal.power());
                case 1 -> new Decimal(decimal.negative(), decimal.digits(), decimal.power() + 1);
                default -> new Decimal(decimal.negative(), decimal.digits() + "1", decimal.power());
            };
        }
        if (value instanceof Text text) {
            return new Text(text.content() + ALPHABET.charAt(random.nextInt(4)));
        }
        return value.equals(new Constant("true")) ? new Text("true") : new Constant("true");
    }

    /** In one of its spellings. */
    String written() {
        return space() + write(root) + space();
    }

    private String write(Value value) {
        if (value instanceof Constant constant) {
            return constant.word();
        }
        if (value instanceof Decimal decimal) {
            return (decimal.negative() ? "-" : "") + write(decimal);
        }
        if (value instanceof Text text) {
            return quoted(text.content());
        }
        List<String> parts = new ArrayList<>();
        if (value instanceof Elements elements) {
            elements.values().forEach(element -> parts.add(write(element)));
            return "[" + space() + String.join(space() + "," + space(), parts) + space() + "]";
        }
        Members members = (Members) value;
        for (int i = 0; i < members.names().size(); i++) {
            parts.add(quoted(members.names().get(i)) + space() + ":" + space()
                    + write(members.values().get(i)));
        }
        Collections.shuffle(parts, random);
        return "{" + space() + String.join(space() + "," + space(), parts) + space() + "}";
    }

    /** The point anywhere, zeros after it, and the exponent that makes up for it. */
    private String write(Decimal decimal) {
        String digits = decimal.digits() + "0".repeat(random.nextInt(3));
        int power = decimal.power() - (digits.length() - decimal.digits().length());
        int fraction = random.nextInt(digits.length());
        power += fraction;
        String number = digits.substring(0, digits.length() - fraction)
                + (fraction == 0 ? "" : "." + digits.substring(digits.length() - fraction));
        if (power == 0 && random.nextBoolean()) {
            return number;
        }
        String sign = power < 0 ? "-" : random.nextBoolean() ? "+" : "";
        return number + (random.nextBoolean() ? "e" : "E") + sign + "0".repeat(random.nextInt(3)) + Math.abs(power);
    }

    private String quoted(String content) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < content.length(); i++) {
            char unit = content.charAt(i);
            boolean mustEscape = unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit);
            if (mustEscape || random.nextInt(4) == 0) {
                text.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) unit));
            } else {
                text.append(unit);
            }
        }
        return text.append('"').toString();
    }

    private String space() {
        return List.of("", "", "", " ", "\n", "\t ", "\r\n").get(random.nextInt(7));
    }
}
