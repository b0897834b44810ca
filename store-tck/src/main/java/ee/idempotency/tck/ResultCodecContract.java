// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ResultCodecException;
import ee.idempotency.ResultType;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ResultCodec} must do, as tests. Extend it, answer {@link #codec()}, run it. The values are records, lists, maps
 * and what stands in them; a codec may do more.
 */
public abstract class ResultCodecContract {

    /** A result. */
    public record Invoice(UUID id, BigDecimal amount, List<Line> lines, Map<String, Integer> counts) {

        /** Copies what can change. */
        public Invoice {
            lines = List.copyOf(lines);
            counts = Map.copyOf(counts);
        }
    }

    /** A part of a result. */
    public record Line(
            String text, long cents, boolean refunded, Colour colour, double weight, Optional<String> note) {}

    /** A constant in a result. */
    public enum Colour {
        /** One of two. */
        RED,
        /** The other. */
        GREEN
    }

    private static final ResultType<List<Line>> LINES = new ResultType<>() {};

    private static final Line LINE = new Line(
            "\"quoted\" \u2028 \uD83D\uDE00 \u0000", Long.MIN_VALUE, true, Colour.GREEN, 0.1, Optional.of("a note"));

    private static final Invoice INVOICE = new Invoice(
            new UUID(1, 2),
            new BigDecimal("12345678901234567890.10"),
            List.of(LINE, new Line("", Long.MAX_VALUE, false, Colour.RED, -1e-300, Optional.empty())),
            Map.of("a", 1, "b", -2, "", Integer.MAX_VALUE));

    /** For a codec's own tests. */
    protected ResultCodecContract() {}

    /** The codec. */
    protected abstract ResultCodec codec();

    private void assertRefused(byte[] encoded) {
        AtomicReference<Object> decoded = new AtomicReference<>();
        assertThatThrownBy(() -> decoded.set(codec().decode(encoded, Invoice.class)))
                .isInstanceOf(ResultCodecException.class)
                .hasMessageContaining("Invoice");
        assertThat(decoded).hasNullValue();
    }

    private Object roundTrip(Object value, Type type) {
        byte[] encoded = codec().encode(value, type);
        assertThat(encoded).isNotEmpty();
        return codec().decode(encoded, type);
    }

    @Test
    @Requirement("A3")
    void bringsBackWhatItWrote() {
        assertThat(roundTrip(INVOICE, Invoice.class)).isEqualTo(INVOICE);
        assertThat(roundTrip(List.of(LINE, LINE), LINES.type())).isEqualTo(List.of(LINE, LINE));
        assertThat(roundTrip("", String.class)).isEqualTo("");
        assertThat(roundTrip("text", String.class)).isEqualTo("text");
        assertThat(roundTrip(true, boolean.class)).isEqualTo(true);
        assertThat(roundTrip(Colour.RED, Colour.class)).isEqualTo(Colour.RED);
    }

    @Test
    @Requirement("A3")
    void numbersKeepTheirDigits() {
        for (long number :
                new long[] {0, 1, -1, 127, 128, -32, -33, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(roundTrip(number, long.class)).isEqualTo(number);
        }
        for (String digits :
                List.of("1.10", "0.1", "100", "1E+2", "-0.5", "1234567890123456789.012345678901234567890")) {
            assertThat(roundTrip(new BigDecimal(digits), BigDecimal.class)).isEqualTo(new BigDecimal(digits));
        }
        for (BigInteger large : List.of(
                BigInteger.TWO.pow(63),
                BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                BigInteger.TWO.pow(64),
                BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE),
                BigInteger.TWO.pow(300))) {
            assertThat(roundTrip(large, BigInteger.class)).isEqualTo(large);
        }
        for (double number : new double[] {0.1, 1.0, 1e10, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, 1 / 3.0}) {
            assertThat(roundTrip(number, double.class)).isEqualTo(number);
        }
    }

    @Test
    @Requirement("A3")
    void refusesBytesThatEndTooSoon() {
        byte[] whole = codec().encode(INVOICE, Invoice.class);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    @Requirement("A3")
    void refusesResultsOfAnotherType() {
        assertRefused(codec().encode("text", String.class));
    }

    /** Nothing but the declared type, or a refusal, comes of any bytes. */
    @Test
    @Requirement("A3")
    void damagedBytesAreRefusedOrOfTheDeclaredType() {
        Random random = new Random(42);
        byte[] whole = codec().encode(INVOICE, Invoice.class);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] hostile = round % 3 == 0 ? new byte[1 + random.nextInt(64)] : whole.clone();
            if (round % 3 == 0) {
                random.nextBytes(hostile);
            } else {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(codec().decode(hostile, Invoice.class)).isExactlyInstanceOf(Invoice.class);
            } catch (ResultCodecException refusal) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    @Requirement("A3")
    void namesAMediaTypeThatCanBeStored() {
        assertThat(Header.isOneLine("Content-Type", codec().mediaType())).isTrue();
        assertThat(codec().mediaType()).matches("[a-z0-9.+-]+/[a-z0-9.+-]+");
    }

    @Test
    @Requirement("A3")
    void threadsDoNotMeet() {
        byte[] alone = codec().encode(LINE, Line.class);
        try (Race race = new Race(8)) {
            race.<byte[]>run(runner -> () -> {
                        byte[] last = alone;
                        for (int turn = 0; turn < 10; turn++) {
                            last = codec().encode(codec().decode(last, Line.class), Line.class);
                        }
                        return last;
                    })
                    .forEach(encoded -> assertThat(encoded).isEqualTo(alone));
        }
    }
}
