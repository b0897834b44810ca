// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import ee.idempotency.testing.Requirement;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers among the parts of a key may come from a client, and cost no more than their length. */
@Requirement("H25")
class LargeNumbersTest {

    /** The platform makes a number for each zero, of all that is left: 30,000 times the memory of the first. */
    @Test
    void zerosAtTheEndCostNotTheirNumberTimesTheirLength() {
        BigInteger digits = BigInteger.TEN.pow(30_000);
        BigDecimal number = new BigDecimal(digits, 3);
        key(number);

        assertThat(allocated(() -> key(number))).isLessThan(1_000L * digits.toByteArray().length);
    }

    @Test
    void aNumberBeyondTheLimitIsRefusedBeforeItIsWrittenOut() {
        BigInteger huge = BigInteger.TEN.pow(1_000_000);
        BigDecimal decimal = new BigDecimal(huge, 3);
        refuse(BigInteger.TEN.pow(100_000));

        assertThat(allocated(() -> refuse(huge))).isLessThan(15_000);
        assertThat(allocated(() -> refuse(decimal))).isLessThan(15_000);
    }

    @Test
    void aNumberUpToTheLimitIsAPart() {
        BigInteger long30000 = BigInteger.TEN.pow(30_000).subtract(BigInteger.ONE);

        assertThat(key(long30000)).isNotEqualTo(key(long30000.negate()));
        assertThat(key(new BigDecimal(long30000, 7))).isNotEqualTo(key(new BigDecimal(long30000, 8)));
    }

    /** The encoding is what it was when the platform took the zeros off: golden keys and stored ones stay. */
    @Test
    void equalNumbersAreThePartThatThePlatformWrites() {
        Random random = new Random(12);
        for (int i = 0; i < 2000; i++) {
            BigInteger digits = new BigInteger(random.nextInt(100), random)
                    .multiply(BigInteger.TEN.pow(random.nextInt(40)))
                    .multiply(BigInteger.TWO.pow(random.nextInt(40)));
            BigDecimal number =
                    new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(60) - 30);

            assertThat(part(number)).as(number.toString()).isEqualTo(text(number.stripTrailingZeros()));
        }
    }

    @Test
    void zerosForWhichAScaleHasNoRoomStay() {
        BigDecimal two = new BigDecimal(BigInteger.valueOf(200), Integer.MIN_VALUE + 1);
        BigDecimal same = new BigDecimal(BigInteger.valueOf(20), Integer.MIN_VALUE);

        assertThat(part(two)).isEqualTo(part(same)).isEqualTo(text(same));
    }

    private static IdempotencyKey key(Object part) {
        return IdempotencyKey.of("tenant", "scope", part);
    }

    private static void refuse(Object part) {
        assertThatThrownBy(() -> KeyPartValue.of(part, IdempotencyKey.MAX_ENCODED_BYTES))
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.INPUT_TOO_LARGE));
    }

    private static byte[] part(BigDecimal number) {
        return digest(KeyPartValue.of(number, IdempotencyKey.MAX_ENCODED_BYTES));
    }

    private static byte[] text(BigDecimal number) {
        return digest(KeyPartValue.ofText('d', number.toString(), IdempotencyKey.MAX_ENCODED_BYTES));
    }

    private static byte[] digest(@Nullable KeyPartValue value) {
        FramedDigest digest = new FramedDigest("test");
        Objects.requireNonNull(value).feed(digest);
        return digest.digest();
    }

    private static long allocated(Runnable task) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        task.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
