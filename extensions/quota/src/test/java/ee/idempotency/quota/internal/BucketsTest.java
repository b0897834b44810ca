// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("O9")
class BucketsTest {

    private final AtomicLong now = new AtomicLong();

    private Buckets<String> buckets(int rate, int burst) {
        return new Buckets<>(rate, burst, 3, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** How many of so many can be taken at once. */
    private static int taken(Buckets<String> buckets, String bucket, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> buckets.untilOne(bucket).isZero())
                .peek(i -> buckets.take(bucket))
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 1_000, Long.MIN_VALUE})
    void allowsABurstAndThenTheRate(long start) {
        now.set(start);
        Buckets<String> buckets = buckets(60, 5);

        assertThat(taken(buckets, "a", 20)).isEqualTo(5);
        assertThat(buckets.untilOne("a")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(2));
        assertThat(taken(buckets, "a", 20)).isEqualTo(2);
        pass(Duration.ofHours(1));
        assertThat(taken(buckets, "a", 20)).isEqualTo(5);
    }

    @Test
    void bucketsDoNotShare() {
        Buckets<String> buckets = buckets(60, 1);
        buckets.take("a");

        assertThat(buckets.untilOne("a")).isPositive();
        assertThat(buckets.untilOne("b")).isZero();
    }

    @Test
    void whatIsPutBackCanBeTaken() {
        Buckets<String> buckets = buckets(60, 1);
        buckets.take("a");
        buckets.putBack("a");
        buckets.putBack("never taken");

        assertThat(taken(buckets, "a", 5)).isEqualTo(1);
        assertThat(taken(buckets, "never taken", 5)).isEqualTo(1);
    }

    @Test
    void whatIsTakenTooMuchIsMissingAfterwards() {
        Buckets<String> buckets = buckets(60, 1);
        buckets.take("a");
        buckets.take("a");
        buckets.take("a");

        assertThat(buckets.untilOne("a")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void forgetsTheBucketUsedLongestAgo() {
        Buckets<String> buckets = buckets(1, 1);
        buckets.take("a");
        buckets.take("b");
        buckets.take("c");
        buckets.untilOne("a");
        buckets.take("d");

        assertThat(buckets.untilOne("b")).isZero();
        assertThat(buckets.untilOne("a")).isPositive();
    }
}
