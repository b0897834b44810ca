// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.store.Stores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What stands in the key-value store is read with mistrust: damage is reported, costs little, and can be deleted. */
@Requirement("O7")
class LockedRecordFormatTest {

    private static final long LATER = 1_000_000;

    private final SettableClock clock = new SettableClock();
    private final MapKeyValueStore values = new MapKeyValueStore(clock);
    private final IdempotencyStore store = Stores.locked(values, new MapLockProvider(clock));

    private Bytes stored(ClaimRequest request, Outcome outcome) {
        Ownership owner = ((Claim.Acquired) store.claim(request)).ownership();
        store.settle(owner, outcome);
        return values.get(request.recordKey()).orElseThrow();
    }

    private void assertDamaged(RecordKey key, Bytes value) {
        values.put(key, value, LATER);
        assertThatThrownBy(() -> store.lookup(key)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    @Requirement("H2")
    void everyShortenedOrLengthenedValueIsReportedAsDamaged() {
        for (Outcome outcome : List.of(answer("a body"), failure("declined"))) {
            ClaimRequest request = request("cut " + outcome);
            byte[] whole = stored(request, outcome).toArray();
            for (int length = 0; length <= whole.length + 1; length++) {
                if (length != whole.length) {
                    assertDamaged(request.recordKey(), Bytes.of(Arrays.copyOf(whole, length)));
                }
            }
        }
    }

    @Test
    @Requirement("H2")
    void lengthThatIsNotThereIsRefusedWithoutTheMemory() {
        ClaimRequest request = request("hostile length");
        byte[] whole = stored(request, answer("a body")).toArray();
        for (int highByte : new int[] {0x7f, 0x80, 0xff}) {
            byte[] hostile = whole.clone();
            hostile[8] = (byte) highByte; // the first text's length
            assertDamaged(request.recordKey(), Bytes.of(hostile));
        }
        byte[] twoGigabytes = whole.clone();
        twoGigabytes[12] = 0x7f;
        assertDamaged(request.recordKey(), Bytes.of(twoGigabytes));
    }

    @Test
    @Requirement("H2")
    void changedBytesAreNeverAnotherAnswer() {
        ClaimRequest request = request("changed");
        Outcome.Completed answer = answer("a body that is long enough to be hit");
        byte[] whole = stored(request, answer).toArray();
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            values.put(request.recordKey(), Bytes.of(changed), LATER);
            try {
                store.lookup(request.recordKey())
                        .flatMap(record -> record.outcome())
                        .ifPresent(outcome -> assertThat(outcome).isEqualTo(answer));
            } catch (DamagedRecordException reported) {
                assertThat(reported).hasMessageNotContaining("a body");
            }
        }
    }

    @Test
    @Requirement("H2")
    void damagedRecordIsNeitherRunNorSweptButDeleted() {
        ClaimRequest request = request("damaged");
        values.put(request.recordKey(), Bytes.of(new byte[] {1, 2, 3}), 1);
        IdempotencyStore later = Stores.locked(values, new MapLockProvider(clock));

        assertThatThrownBy(() -> later.claim(request)).isInstanceOf(DamagedRecordException.class);
        assertThat(later.sweep(10)).isZero();
        assertThat(later.delete(request.recordKey())).isTrue();
        assertThat(later.claim(request)).isInstanceOf(Claim.Acquired.class);
    }
}
