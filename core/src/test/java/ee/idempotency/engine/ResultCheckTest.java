// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.testing.Requirement;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of a result that the codec does not read back as it was. */
@Requirement("A11")
class ResultCheckTest {

    /** Writes texts, and reads them as {@code reading} says. */
    private record Codec(UnaryOperator<Object> reading, UnaryOperator<String> writing) implements ResultCodec {

        Codec(UnaryOperator<Object> reading) {
            this(reading, UnaryOperator.identity());
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            return writing.apply(value.toString()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            Object read = reading.apply(new String(encoded, StandardCharsets.UTF_8));
            encoded[0] = 'x';
            return read;
        }
    }

    private static @Nullable Bytes stored(ResultCodec codec, ResultCheck check, Object result, Type type) {
        return new ResultOutcomes(codec, 100, check)
                .encode(result, type, why -> {})
                .body();
    }

    private static Optional<String> problem(ResultCodec codec, Object result) {
        return new RoundTrip(codec, result.getClass()).problemOf(result, codec.encode(result, result.getClass()));
    }

    @Test
    void whatComesBackIsStoredAsItWasEncoded() {
        assertThat(stored(new Codec(read -> read), ResultCheck.ALWAYS, "abc", String.class))
                .isEqualTo(Bytes.of("abc".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatCannotBeReadIsNotRetained() {
        Codec unreadable = new Codec(read -> {
            throw new ResultCodecException("secret " + read, new IllegalStateException("secret"));
        });

        assertThat(stored(unreadable, ResultCheck.ALWAYS, "abc", String.class)).isNull();
        assertThat(problem(unreadable, "abc"))
                .contains("it cannot be read back as java.lang.String (java.lang.IllegalStateException)");
        Codec missingClass = new Codec(read -> {
            throw new NoClassDefFoundError("gone");
        });
        assertThat(stored(missingClass, ResultCheck.ALWAYS, "abc", String.class))
                .isNull();
    }

    @Test
    void whatIsReadAsSomethingElseIsNotRetained() {
        assertThat(stored(new Codec(read -> read + "!"), ResultCheck.ALWAYS, "abc", String.class))
                .isNull();
        assertThat(problem(new Codec(read -> 42), "abc"))
                .contains("the result, java.lang.String, comes back as java.lang.Integer");
    }

    @Test
    void whatIsWrittenDifferentlyTheSecondTimeIsNotRetained() {
        int[] times = {0};
        Codec counting = new Codec(read -> "abc", text -> text + times[0]++);

        assertThat(problem(counting, "abc")).contains("read back as java.lang.String it is written differently");
    }

    @Test
    void anotherOrderOfTheSameBytesIsNoDifference() {
        int[] times = {0};
        Codec shuffling = new Codec(read -> "abc", text -> times[0]++ == 0 ? "abc" : "cba");

        assertThat(problem(shuffling, "abc")).isEmpty();
    }

    @Test
    void switchedOffItReadsNothing() {
        Codec unreadable = new Codec(read -> {
            throw new AssertionError("read");
        });

        assertThat(stored(unreadable, ResultCheck.OFF, "abc", String.class)).isNotNull();
    }
}
