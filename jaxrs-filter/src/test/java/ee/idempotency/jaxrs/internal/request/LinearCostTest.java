// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.fingerprint.ComparedHeader;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.fingerprint.RequestContent;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Blanks;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Use;
import ee.idempotency.jaxrs.internal.settings.KeySyntax;
import ee.idempotency.spi.Bytes;
import ee.idempotency.tck.Requirement;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client can send costs no more than linear work before the claim: twice the input, about twice the time. */
class LinearCostTest {

    private static final int SIZE = 40_000;

    /** Processor time that measuring itself may take. */
    private static final long NOISE = 60_000_000;

    record Input(String name, String contentType, IntFunction<String> body) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Input> bodies() {
        return Stream.of(
                new Input("brackets", "application/json", "["::repeat),
                new Input("members", "application/json", n -> "{" + "\"a\":1,".repeat(n / 6) + "\"b\":1}"),
                new Input("escapes", "application/json", n -> "[\"" + "\\\\".repeat(n / 2) + "\"]"),
                new Input("units", "application/json", n -> "[\"" + "\\u0061".repeat(n / 6) + "\"]"),
                new Input("halves", "application/json", n -> "[\"" + "\\ud800".repeat(n / 6) + "\"]"),
                new Input("zeros", "application/json", n -> "[1." + "0".repeat(n) + "]"),
                new Input("exponents", "application/json", n -> "[" + "1e999999999,".repeat(n / 12) + "1]"),
                new Input("elements", "application/json", n -> "[" + "[],".repeat(n / 3) + "1]"),
                new Input("digits", "application/json", "9"::repeat),
                new Input("blanks", "application/json", " "::repeat),
                new Input("pairs", "application/x-www-form-urlencoded", "a=&"::repeat),
                new Input("percents", "application/x-www-form-urlencoded", "%61"::repeat),
                new Input("equals", "application/x-www-form-urlencoded", "="::repeat),
                new Input("boundaries", "multipart/form-data; boundary=a", n -> "--a\r\n\r\n".repeat(n / 7)),
                new Input("line ends", "multipart/form-data; boundary=a", n -> "--a" + "\r\n".repeat(n / 2)),
                new Input("hyphens", "multipart/form-data; boundary=a", "-"::repeat));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @Requirement("H25")
    void aBody(Input input) {
        PayloadFingerprints fingerprints = PayloadFingerprints.of(
                List.of(),
                new FingerprintSettings(FingerprintStrategy.CONTENT, Set.of(FingerprintStrategy.RAW), Set.of()));
        assertLinear(n -> {
            byte[] body = input.body().apply(n).getBytes(StandardCharsets.UTF_8);
            return () -> {
                try {
                    WholeDocument.require(body, input.contentType(), null, 1 << 20);
                } catch (RefusedRequestException refused) {
                    // so is the server's work
                }
                fingerprints.of(new RequestContent(
                        "", "POST", "/o", "o", null, input.contentType(), List.of(), Bytes.of(body)));
            };
        });
    }

    /** Where the key is a member of the body, which is then searched. */
    @ParameterizedTest
    @MethodSource("bodies")
    @Requirement("H25")
    void aBodyThatHasTheKey(Input input) {
        KeySettings settings = new KeySettings("Key", KeySyntax.LENIENT, 1, 255, Use.REQUIRED, Blanks.REFUSE);
        for (String pointer : List.of("/a", "/0", "/0/0/0/0/0/0/0/0/0/0", "/b/c")) {
            KeyMember member = new KeyMember(pointer, settings);
            assertLinear(n -> {
                byte[] body = input.body().apply(n).getBytes(StandardCharsets.UTF_8);
                return () -> {
                    try {
                        member.find(body);
                    } catch (RefusedRequestException refused) {
                        // so is the server's work
                    }
                };
            });
        }
    }

    @Test
    @Requirement("H25")
    void aQuery() {
        PayloadFingerprints fingerprints =
                PayloadFingerprints.of(List.of(), new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of()));
        for (String part : List.of("a&", "&", "=", "%61", "a=b&")) {
            assertLinear(n -> {
                String query = part.repeat(n / part.length());
                return () -> fingerprints.of(new RequestContent(
                        "",
                        "POST",
                        "/o",
                        query,
                        query,
                        null,
                        List.of(new ComparedHeader("if-match", query)),
                        Bytes.EMPTY));
            });
        }
    }

    @Test
    @Requirement("H25")
    void aComparedHeader() {
        PayloadFingerprints fingerprints =
                PayloadFingerprints.of(List.of(), new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of()));
        for (String part : List.of(" ", ",", " ,", "\"", "a ")) {
            assertLinear(n -> {
                List<String> lines = List.of(part.repeat(n / part.length()), "a");
                return () -> fingerprints.headers(name -> name.equals("if-match") ? lines : null);
            });
        }
    }

    @Test
    @Requirement("H25")
    void aContentType() {
        PayloadFingerprints fingerprints = PayloadFingerprints.of(
                List.of(),
                new FingerprintSettings(FingerprintStrategy.CONTENT, Set.of(FingerprintStrategy.RAW), Set.of()));
        for (String part : List.of(" ", ";", ",", "a", "\\", ";a=b", ";a=\"\"", "charset=", "/json,")) {
            assertLinear(n -> {
                String type = "multipart/mixed;a=\"" + part.repeat(n / part.length());
                return () -> {
                    WholeDocument.require(new byte[2], type, type, 1 << 20);
                    fingerprints.of(
                            new RequestContent("", "POST", "/o", "o", null, type, List.of(), Bytes.of(new byte[2])));
                };
            });
        }
    }

    /** A list may come in as many lines as a server lets through. */
    @Test
    @Requirement("H25")
    void manyLinesOfOneHeader() {
        PayloadFingerprints fingerprints =
                PayloadFingerprints.of(List.of(), new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of()));
        KeyHeader header =
                new KeyHeader(new KeySettings("Key", KeySyntax.LENIENT, 1, 255, Use.REQUIRED, Blanks.REFUSE));
        for (String line : List.of("", "a", "\"", " , ")) {
            assertLinear(n -> {
                List<String> lines = Collections.nCopies(n, line);
                return () -> {
                    fingerprints.headers(name -> name.equals("if-match") ? lines : null);
                    try {
                        header.parse(lines);
                    } catch (RefusedRequestException refused) {
                        // there is one key, or none
                    }
                };
            });
        }
    }

    @Test
    @Requirement("H25")
    void aKeyHeader() {
        for (KeySyntax syntax : KeySyntax.values()) {
            KeyHeader header = new KeyHeader(new KeySettings("Key", syntax, 1, 255, Use.REQUIRED, Blanks.REFUSE));
            for (String part : List.of(" ", "\t", "\"", "\\", ";a", ",", "(")) {
                assertLinear(n -> {
                    String value = "a" + part.repeat(n) + "b";
                    return () -> {
                        try {
                            header.parse(List.of(value));
                        } catch (RefusedRequestException refused) {
                            // as it should be
                        }
                    };
                });
            }
        }
    }

    private static void assertLinear(IntFunction<Runnable> task) {
        long once = processorTime(task.apply(SIZE));
        long twice = processorTime(task.apply(2 * SIZE));

        assertThat(twice).isLessThan(3 * once + NOISE);
    }

    /** The least of three, so that compiling and collecting do not count. */
    private static long processorTime(Runnable task) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            task.run();
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        return least;
    }
}
