// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.messagepack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ResultCodecException;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.tck.Requirement;
import ee.idempotency.tck.ResultCodecContract;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of codecs, and bytes that no codec of ours wrote. */
class MessagePackResultCodecTest extends ResultCodecContract {

    private final ResultCodec codec = new MessagePackResultCodec();

    @Override
    protected ResultCodec codec() {
        return codec;
    }

    private void assertRefused(byte[] hostile, Class<?> type) {
        assertThatThrownBy(() -> codec.decode(hostile, type)).isInstanceOf(ResultCodecException.class);
    }

    @Test
    @Requirement("A3")
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ResultCodec.class)).hasOnlyElementsOfType(MessagePackResultCodec.class);
    }

    /** The bytes of msgpack.org's own example: any reader understands what is stored. */
    @Test
    @Requirement("A3")
    void writesWhatTheSpecificationSays() {
        byte[] encoded = codec.encode(new Compact(0, true), Compact.class);

        assertThat(HexFormat.of().formatHex(encoded))
                .isEqualTo("82" + "a7636f6d70616374" + "c3" + "a6736368656d61" + "00");
    }

    /** The document of the specification's first page. */
    public record Compact(int schema, boolean compact) {}

    @Test
    @Requirement("A3")
    void isSmallerThanJson() {
        Map<String, Integer> counts = Map.of("first", 1, "second", 2);
        assertThat(codec.encode(counts, Map.class)).hasSizeLessThan("{\"first\":1,\"second\":2}".length());
    }

    /** A few bytes claim two thousand million elements, members or characters. */
    @ParameterizedTest
    @Requirement("A3")
    @ValueSource(
            strings = {
                "dd7fffffff",
                "df7fffffff",
                "db7fffffff",
                "c67fffffff",
                "c97fffffff01",
                "ddffffffff",
                "dbffffffff"
            })
    void lengthIsNotBelieved(String hostile) {
        for (Class<?> type : List.of(List.class, Map.class, String.class, BigDecimal.class)) {
            assertRefused(HexFormat.of().parseHex(hostile), type);
        }
    }

    /** Each level claims as much as is left: what is reserved beforehand would grow with the square of the bytes. */
    @Test
    @Requirement("A3")
    void nestedClaimsAreNotAddedUp() {
        ByteArrayOutputStream hostile = new ByteArrayOutputStream();
        for (int level = 0; level < 200_000; level++) {
            hostile.writeBytes(
                    ByteBuffer.allocate(5).put((byte) 0xdd).putInt(900_000).array());
        }
        assertRefused(hostile.toByteArray(), List.class);
    }

    @Test
    @Requirement("A3")
    void survivesDeepNesting() {
        assertRefused(new byte[0], List.class);
        byte[] deep = new byte[100_001];
        Arrays.fill(deep, (byte) 0x91);
        deep[100_000] = (byte) 0xc0;
        assertRefused(deep, List.class);
        Object nested = List.of();
        for (int level = 0; level < 600; level++) {
            nested = List.of(nested);
        }
        Object tooDeep = nested;
        assertThatThrownBy(() -> codec.encode(tooDeep, List.class)).isInstanceOf(ResultCodecException.class);
    }

    @ParameterizedTest
    @Requirement("A3")
    @ValueSource(
            strings = {
                "82a161 01 a161 02", // a member twice
                "8101 02", // a name that is a number
                "81c0 02", // or nil
                "a2c328", // no UTF-8
                "a3eda080", // half a surrogate pair
                "c0", // nil alone
                "c1", // never used
                "c40100", // bytes
                "cb7ff8000000000000", // not a number
                "cb7ff0000000000000", // infinite
                "d6ff00000000", // a time stamp
                "0101" // a second document
            })
    void whatJsonDoesNotHaveIsRefused(String hostile) {
        byte[] encoded = HexFormat.of().parseHex(hostile.replace(" ", ""));
        for (Class<?> type : List.of(Map.class, String.class, double.class, long.class)) {
            assertRefused(encoded, type);
        }
    }

    /** "1E999999999" is eleven bytes, and as a whole number it would be a thousand million digits. */
    @ParameterizedTest
    @Requirement("A3")
    @ValueSource(strings = {"1E999999999", "1E+9999", "-1E-99999", "NaN", "0x1p3", "", "1_000", " 1", "1d"})
    void hostileNumbersAreRefused(String text) {
        byte[] digits = text.getBytes(StandardCharsets.US_ASCII);
        byte[] hostile = ByteBuffer.allocate(3 + digits.length)
                .put((byte) 0xc7)
                .put((byte) digits.length)
                .put(Decimals.TYPE)
                .put(digits)
                .array();
        assertRefused(hostile, BigInteger.class);
        assertRefused(hostile, BigDecimal.class);
    }

    @Test
    @Requirement("A3")
    void numbersThatCouldNotBeReadAreNotWritten() {
        for (BigDecimal large :
                List.of(new BigDecimal("1E+2001"), new BigDecimal("1E-2001"), new BigDecimal("7".repeat(1_101)))) {
            assertThatThrownBy(() -> codec.encode(large, BigDecimal.class))
                    .isInstanceOf(ResultCodecException.class)
                    .hasMessageNotContaining("777");
        }
    }

    @Test
    @Requirement("A3")
    void storedBytesNeverChooseAClass() {
        Map<String, Object> hostile =
                Map.of("@class", "java.lang.ProcessBuilder", "@type", "java.net.URL", "schema", 7);
        byte[] encoded = codec.encode(hostile, Map.class);

        assertThat(codec.decode(encoded, Compact.class)).isEqualTo(new Compact(7, false));
    }

    @Test
    @Requirement("A3")
    void payloadsAreNotItsBusiness() {
        assertThatThrownBy(() -> codec.encodePayload(Collections.emptyList()))
                .isInstanceOf(ResultCodecException.class)
                .hasMessageContaining("idempotency.result-codec");
    }
}
