// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.LockProvider;
import ee.idempotency.spi.LockProvider.HeldLock;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a {@link LockProvider} must do, as tests. Extend it, answer its abstract methods, run it. */
public abstract class LockProviderContract {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RecordKey key = new RecordKey(UUID.randomUUID());

    /** For a provider's own tests. */
    protected LockProviderContract() {}

    /** The provider, always the same object in one test. */
    protected abstract LockProvider locks();

    /** Another node's handle on the same locks, if there can be one. */
    protected LockProvider otherNode() {
        return locks();
    }

    /** Ends all locks that are held, as if their leases of five minutes, or the connections of their holders, were over. */
    protected abstract void endLocks();

    private HeldLock take(LockProvider node) {
        return node.lock(key, LEASE, Duration.ZERO).orElseThrow();
    }

    @Test
    @Requirement("O7")
    void lockIsHeldByOne() {
        try (HeldLock lock = take(locks())) {
            assertThat(locks().lock(key, LEASE, Duration.ZERO)).isEmpty();
            assertThat(otherNode().lock(key, LEASE, Duration.ofMillis(20))).isEmpty();
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    @Requirement("O7")
    void locksOfTwoKeysHaveNothingToDoWithEachOther() {
        RecordKey another = new RecordKey(UUID.randomUUID());
        try (HeldLock lock = take(locks());
                HeldLock other = locks().lock(another, LEASE, Duration.ZERO).orElseThrow()) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(other.isHeld()).isTrue();
        }
    }

    @Test
    @Requirement("O7")
    void numbersGrowWhateverBecameOfTheLockBefore() {
        HeldLock lost = take(locks());
        endLocks();
        long second;
        try (HeldLock lock = take(otherNode())) {
            second = lock.number();
        }
        try (HeldLock third = take(locks())) {
            assertThat(lost.number()).isPositive();
            assertThat(List.of(lost.number(), second, third.number()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Requirement("O7")
    void lostLockIsNotHeldAndItsEndLeavesTheNextHolderAlone() {
        HeldLock lost = take(locks());
        endLocks();
        try (HeldLock next = take(otherNode())) {
            assertThat(lost.isHeld()).isFalse();
            lost.close();
            assertThat(next.isHeld()).isTrue();
            assertThat(locks().lock(key, LEASE, Duration.ZERO)).isEmpty();
        }
        assertThat(lost.isHeld()).as("nor does it come back").isFalse();
    }

    @Test
    @Requirement("O7")
    void waiterGetsTheLockWhenItIsGivenBack() {
        HeldLock first = take(locks());
        try (Race race = new Race(2)) {
            List<Long> numbers = race.run(runner -> () -> {
                if (runner == 0) {
                    first.close();
                    return first.number();
                }
                try (HeldLock second = otherNode().lock(key, LEASE, PATIENCE).orElseThrow()) {
                    return second.number();
                }
            });
            assertThat(numbers.get(1)).isGreaterThan(numbers.get(0));
        }
    }

    @Test
    @Requirement("O7")
    void ofManyAtOnceOneHoldsItAtATime() {
        int holders = 8;
        long[] counted = new long[1]; // without synchronization: the lock is what is tested
        try (Race race = new Race(holders)) {
            List<Long> numbers = race.run(runner -> () -> {
                LockProvider node = runner % 2 == 0 ? locks() : otherNode();
                long last = 0;
                for (int turn = 0; turn < 20; turn++) {
                    try (HeldLock lock = node.lock(key, LEASE, PATIENCE).orElseThrow()) {
                        counted[0]++;
                        last = lock.number();
                    }
                }
                return last;
            });
            assertThat(counted[0]).isEqualTo(holders * 20L);
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }
}
