// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts for a JSON column. */
final class JsonBodies {

    /** What a database may write differently: order, white space, numbers, escapes, other characters. */
    static final List<String> NORMALISED = List.of(
            "{\"b\":1,\"a\":2}",
            "{ \"a\" :\t1 ,\r\n \"b\" : [ 1 , 2 ] } \n",
            "{\"a\":1.0,\"b\":1.50,\"c\":-0.0,\"d\":1E+2,\"e\":10e-1,\"f\":9007199254740993}",
            "{\"a\":\"\\u00e9\\u0041\\/\\ud83d\\ude00\",\"\\u0062\":\"\u00e9\ud83d\ude00\u2028\"}",
            "{\"aa\":1,\"a\":{},\"\":[]}",
            " 1.0 ",
            "\"text\"",
            "null",
            "[]");

    /** What is JSON to some parser, and what no database may be asked to take. */
    static final List<String> REFUSED = List.of(
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"\\u0061\":2}",
            "{\"a\":\"\\u0000\"}",
            "{\"\\u0000\":1}",
            "\"\\ud800\"",
            "{\"\\udc00\":1}",
            "\"\\ude00\\ud83d\"",
            "[1e400000]",
            "[1e-400000]",
            "[1e1000]",
            "[" + "9".repeat(200_000 / 2) + "]",
            "[0." + "1".repeat(100) + "]",
            nested(PortableJson.MAX_DEPTH + 1),
            nested(100_000 / 2),
            "{\"a\":".repeat(PortableJson.MAX_DEPTH + 1) + "1" + "}".repeat(PortableJson.MAX_DEPTH + 1),
            "[" + "1,".repeat(JsonForm.MAX_BYTES) + "1]",
            "",
            " ",
            "{",
            "{}{}",
            "[],",
            "1 2",
            "\"a\" \"b\"",
            "[1,]",
            "{\"a\":1,}",
            "{,}",
            "[01]",
            "[1.]",
            "[.5]",
            "[-]",
            "[+1]",
            "[NaN]",
            "[Infinity]",
            "[1e]",
            "[0x1]",
            "nul",
            "True",
            "'a'",
            "{a:1}",
            "[\"a\nb\"]",
            "[\"\\x\"]",
            "[\"\\u12\"]",
            "\ufeff{}",
            "// comment\n{}",
            "not json");

    /** At the limits, and what grows when a database writes it in its way. */
    static final List<String> AT_THE_LIMIT = List.of(
            nested(PortableJson.MAX_DEPTH),
            "{\"a\":".repeat(PortableJson.MAX_DEPTH) + "1" + "}".repeat(PortableJson.MAX_DEPTH),
            "[" + "9".repeat(PortableJson.MAX_NUMBER_LENGTH) + "]",
            "[1e999,-1E+999,1e-999," + "9".repeat(90) + ".9e-999]",
            filled("\u007f"),
            filled("\\u0001"),
            filled("\u00e9"),
            "[1e9" + ",1e9".repeat((JsonForm.MAX_BYTES - 5) / 4) + "]",
            "[" + "[],".repeat((JsonForm.MAX_BYTES - 4) / 3) + "[]]",
            "{"
                    + IntStream.range(0, 10_000)
                            .mapToObj(name -> "\"" + name + "\":1")
                            .reduce((a, b) -> a + "," + b)
                            .orElseThrow()
                    + "}");

    private JsonBodies() {}

    /** All that has a JSON form. */
    static List<String> accepted() {
        return Stream.concat(NORMALISED.stream(), AT_THE_LIMIT.stream()).toList();
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String filled(String character) {
        int length = character.getBytes(StandardCharsets.UTF_8).length;
        return "\"" + character.repeat((JsonForm.MAX_BYTES - 2) / length) + "\"";
    }
}
