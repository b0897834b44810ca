// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.idempotency.tck.Requirement;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies of the largest size, shaped to take as much time and memory as they can. */
@Requirement("K6")
@Requirement("H6")
class WorstBodiesTest {

    private static final int SIZE = ContentFingerprint.MAX_BODY;
    private static final long MOST_ALLOCATED = 160L * SIZE;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** A body each. */
    @SuppressWarnings("ImmutableEnumChecker") // texts
    enum Shape {
        MANY_ELEMENTS(JSON, "[" + "1,".repeat(SIZE / 2 - 2) + "1]"),
        MANY_EMPTY_ARRAYS(JSON, "[" + "[],".repeat(SIZE / 3 - 1) + "[]]"),
        MANY_EMPTY_OBJECTS(JSON, "[" + "{},".repeat(SIZE / 3 - 1) + "{}]"),
        MANY_SMALL_OBJECTS(JSON, "[" + "{\"\":1},".repeat(SIZE / 7 - 1) + "1]"),
        MANY_MEMBERS(JSON, "{" + members(SIZE / 10, i -> "\"" + Integer.toString(i, 36) + "\":1") + "}"),
        MANY_MEMBERS_BACKWARDS(
                JSON, "{" + members(SIZE / 10, i -> "\"" + Integer.toString(99999 - i, 36) + "\":1") + "}"),
        NAMES_OF_ONE_HASH(
                JSON,
                "{"
                        + members(
                                SIZE / 42,
                                i -> "\"" + binary(i).replace("0", "Aa").replace("1", "BB") + "\":1") + "}"),
        LONG_NAMES_THAT_DIFFER_LATE(JSON, "{" + members(1000, i -> "\"" + "n".repeat(1000) + i + "\":1") + "}"),
        MEMBERS_AT_EVERY_DEPTH(JSON, nested(60, SIZE / 62)),
        ONE_LONG_NUMBER(JSON, "[" + "7".repeat(SIZE - 2) + "]"),
        ONE_LONG_FRACTION(JSON, "[0." + "0".repeat(SIZE - 5) + "1]"),
        ONE_LONG_EXPONENT(JSON, "[1e" + "9".repeat(SIZE - 4) + "]"),
        ONE_LONG_EXPONENT_OF_ZEROS(JSON, "[1e" + "0".repeat(SIZE - 4) + "]"),
        MANY_LARGE_EXPONENTS(JSON, "[" + "1e99999999,".repeat(SIZE / 11 - 1) + "1]"),
        ONE_LONG_STRING(JSON, "[\"" + "s".repeat(SIZE - 4) + "\"]"),
        ONE_LONG_STRING_OF_ESCAPES(JSON, "[\"" + "\\ud800".repeat(SIZE / 6 - 1) + "\"]"),
        BRACKETS(JSON, "[".repeat(SIZE)),
        OPEN_OBJECTS(JSON, "{\"\":".repeat(SIZE / 4)),
        WHITE_SPACE(JSON, " ".repeat(SIZE)),
        MANY_FIELDS(FORM, "a&".repeat(SIZE / 2)),
        MANY_SEPARATORS(FORM, "&".repeat(SIZE)),
        MANY_ESCAPES(FORM, "%41=%41&".repeat(SIZE / 8)),
        MANY_PARTS("multipart/mixed;boundary=b", "--b\r\n\r\n\r\n".repeat(SIZE / 9 - 1) + "--b--"),
        ALMOST_BOUNDARIES(
                "multipart/mixed;boundary=" + "b".repeat(70),
                "--" + "b".repeat(70) + "\r\n\r\n" + ("\r\n--" + "b".repeat(69)).repeat(SIZE / 73 - 2)),
        LONG_PART_HEADER(
                "multipart/mixed;boundary=b",
                "--b\r\nContent-Type: a/b;c=\"" + "\\x".repeat(SIZE / 2 - 30) + "\"\r\n\r\n1\r\n--b--"),
        MANY_PARAMETERS(
                "multipart/mixed;boundary=b",
                "--b\r\nContent-Type: a/b"
                        + members(SIZE / 12, i -> ";" + i + "=1").replace(",", "") + "\r\n\r\n1\r\n--b--");

        private final String contentType;
        private final byte[] body;

        Shape(String contentType, String body) {
            this.contentType = contentType;
            this.body = body.getBytes(ISO_8859_1);
        }

        private static String members(int count, IntFunction<String> member) {
            return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(","));
        }

        private static String binary(int number) {
            return String.format("%16s", Integer.toBinaryString(number)).replace(' ', '0');
        }

        private static String nested(int depth, int size) {
            String members = members(size / 12, i -> "\"b" + (90000 - i) + "\":[]");
            return "{\"a\":".repeat(depth) + "1" + ("," + members + "}").repeat(depth);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void isDoneQuicklyInBoundedMemory(Shape shape) {
        assertThat(shape.body.length).isBetween(SIZE / 3, SIZE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();

        Object first = Prints.content(JsonSelection.ALL, shape.contentType, shape.body);

        long millis = (System.nanoTime() - start) / 1_000_000;
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(millis).as("milliseconds").isLessThan(60_000);
        assertThat(allocated).as("bytes allocated in all").isLessThan(MOST_ALLOCATED);
        byte[] other = Arrays.copyOf(shape.body, shape.body.length);
        other[other.length / 2] ^= 1;
        assertThat(Prints.content(JsonSelection.ALL, shape.contentType, other)).isNotEqualTo(first);
    }
}
