// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.testing.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Records and maps as key parts. The pinned hashes were computed by another program from the description in
 * {@code KeyPartEncoder}.
 */
@Requirement("K8")
class NestedKeyPartsTest {

    private record Money(BigDecimal amount, String currency) {}

    private record Line(String product, int count, Money price) {}

    private record Renamed(String article, long quantity, Money each) {}

    private record Reordered(int count, String product, Money price) {}

    record Unreadable(String text) {

        @Override
        public String text() {
            throw new IllegalStateException("secret");
        }
    }

    private record Circle(List<Object> self) {}

    private static final Line LINE = new Line("book", 2, new Money(new BigDecimal("1.50"), "EUR"));

    private static Map<Object, Object> mixed() {
        Map<Object, Object> map = new HashMap<>();
        map.put("b", 1);
        map.put("a", Collections.singletonMap("x", null));
        map.put(7, "seven");
        map.put(OnLeaseLost.TAKE_OVER, List.of(1));
        return map;
    }

    @Test
    void recordsAndMapsHaveThePinnedEncoding() {
        assertThat(of(LINE).hash()).isEqualTo("dfa3450d5d3d6afbc5ef236d9649c1692c9cca7f3e49b56644bd507d4358fae2");
        assertThat(of(mixed()).hash()).isEqualTo("a4942f35b32be0b19daebe3ef74ce263ef1c71fb06ca6d0a30f48e57685f2d01");
        assertThat(IdempotencyKey.ofMap("acme", "order", Map.of("order", Map.of("lines", List.of(LINE)), "amount", 1))
                        .hash())
                .isEqualTo("3da88bb1613f1c2d9ab55ae1a269b0d1b73f8b36be1c052871b5b4c2f6bf82c9");
        assertThat(KeyGenerators.hash("order", LINE).generate())
                .isEqualTo("order-5b2d16cabc88d80c993c5d5d0341834b23b905f2bbd30bdc54e5960145f5c93b");
    }

    @Test
    void renamingARecordChangesNoKeyAndMovingAComponentDoes() {
        assertThat(of(new Renamed("book", 2L, LINE.price()))).isEqualTo(of(LINE));
        assertThat(of(new Reordered(2, "book", LINE.price()))).isNotEqualTo(of(LINE));
    }

    @Test
    void theOrderOfAMapDoesNotMatter() {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 10, 20, 300));
        Map<Object, Object> sorted = new TreeMap<>();
        numbers.forEach(number -> sorted.put(number, "v" + number));
        Random random = new Random(20260101);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(numbers, random);
            Map<Object, Object> shuffled = new LinkedHashMap<>();
            numbers.forEach(number -> shuffled.put(number, "v" + number));
            assertThat(of(shuffled)).isEqualTo(of(sorted));
        }
    }

    @Test
    @Requirement("K3")
    void partsOfOneTextButAnotherShapeDiffer() {
        List<Object> alike = List.of(
                List.of("a", "b"),
                Map.of("a", "b"),
                new Money(null, "b"),
                List.of("b"),
                Map.of("a", Map.of("b", "c")),
                Map.of("a", "b", "c", "d"),
                Map.of("a", List.of("b", "c", "d")),
                Map.of(1, "b"),
                Map.of("1", "b"),
                Map.of(),
                List.of(),
                "");

        assertThat(alike.stream().map(NestedKeyPartsTest::of)).doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoStableEncodingIsRefusedInsideToo() {
        assertReason(Reason.PART_TYPE, () -> of(new Circle(List.of(new Object()))));
        assertReason(Reason.PART_TYPE, () -> of(Map.of("a", new Object())));
        assertReason(Reason.PART_TYPE, () -> of(Map.of(List.of("a"), "b")));
        assertReason(Reason.PART_TYPE, () -> of(Map.of(1, "b", 1L, "b")));
    }

    @Test
    void aComponentThatCannotBeReadIsNamedAndItsMessageIsNot() {
        assertThatThrownBy(() -> of(new Unreadable("x")))
                .isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("The component text of the record")
                .hasMessageContaining("Unreadable")
                .hasMessageNotContaining("secret");
    }

    @Test
    @Requirement("K2")
    void listsMapsAndRecordsTogetherAreNestedFourDeepAtMost() {
        Object four = Map.of("a", List.of(new Circle(List.of())));
        of(four);
        assertReason(Reason.PART_TYPE, () -> of(List.of(four)));
        List<Object> self = new ArrayList<>();
        self.add(new Circle(self));
        assertReason(Reason.PART_TYPE, () -> of(self));
    }

    private static IdempotencyKey of(Object part) {
        return IdempotencyKey.of("acme", "order", part);
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
