// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.idempotency.tck.Requirement;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Requirement("K8")
class PayloadJsonTest {

    /** What JSON-B cannot write as a name. */
    public record Place(int row, int seat) {}

    /** Shows itself otherwise than by its name. */
    public enum Shown {
        A;

        @Override
        public String toString() {
            return "first";
        }
    }

    /** What a client may send, as deep as it likes. */
    public record Node(String name, List<Node> children) {}

    private final PayloadJson json = new PayloadJson();

    private static Map<Object, Object> map(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void mapsOfAnyKeysHaveNoOrder() {
        Place front = new Place(1, 2);
        Place back = new Place(9, 2);

        assertThat(json.of(map(front, "a", back, "b"))).isEqualTo(json.of(map(back, "b", front, "a")));
        assertThat(json.of(map(front, "a", back, "b"))).isNotEqualTo(json.of(map(front, "b", back, "a")));
        assertThat(json.of(map(1, "a", "1", "b"))).isEqualTo(json.of(map("1", "b", 1, "a")));
        assertThat(json.of(map(true, 1, 'x', 2))).isEqualTo(json.of(map('x', 2, true, 1)));
        assertThat(json.of(Map.of("seats", map(front, Set.of(1)))))
                .isEqualTo("{\"seats\":[[{\"row\":1,\"seat\":2},[1]]]}");
    }

    /** A constant is written by its name, whatever its {@code toString} says: beside a text of that name both entries stay. */
    @Test
    void aConstantAndATextOfItsNameAreTwoKeys() {
        assertThat(json.of(map(Shown.A, 1, "A", 2))).isNotEqualTo(json.of(map(Shown.A, 3, "A", 2)));
        assertThat(json.of(map(Shown.A, 1, "A", 2))).isEqualTo(json.of(map("A", 2, Shown.A, 1)));
        assertThat(json.of(map(Shown.A, 1))).isEqualTo("{\"A\":1}");
    }

    @Test
    void setsOfAnythingHaveNoOrder() {
        List<Object> elements = new ArrayList<>(List.of(
                "b",
                "a",
                2,
                10,
                true,
                List.of(2, 1),
                List.of(1, 2),
                List.of(1),
                map("x", 1),
                map("y", 1),
                map("x", 2)));
        elements.add(null);
        String expected = json.of(new LinkedHashSet<>(elements));

        java.util.Collections.reverse(elements);

        assertThat(json.of(new LinkedHashSet<>(elements))).isEqualTo(expected);
        assertThat(json.of(Arrays.asList("b", null, "a"))).isEqualTo("[\"b\",null,\"a\"]");
    }

    /** In bytes allocated, which a busy machine does not change: once all of it was written and read again at each level. */
    @Test
    void whatIsDeepIsNotWrittenAgainAtEachLevel() {
        costOf(deep(10));

        assertThat(costOf(deep(200))).isLessThan(2 * costOf(deep(25)));
    }

    private static Node deep(int levels) {
        Node node = new Node("x".repeat(100_000), List.of());
        for (int i = 0; i < levels; i++) {
            node = new Node("n", List.of(node));
        }
        return node;
    }

    private long costOf(Object payload) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(json.of(payload)).isNotEmpty();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
