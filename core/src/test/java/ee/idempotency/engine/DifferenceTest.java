// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.testing.Requirement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as come back, deeply and by class. */
@Requirement("A11")
// fields that reflection reads, arrays and lists of every kind
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent", "JdkObsolete", "DistinctVarargsChecker"})
class DifferenceTest {

    private static class Plain {

        private final @Nullable Object content;

        Plain(@Nullable Object content) {
            this.content = content;
        }
    }

    private static final class Sub extends Plain {

        Sub(Object content) {
            super(content);
        }
    }

    private static final class ById extends Plain {

        ById(Object content) {
            super(content);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ById;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Cached {

        private final String text;
        private transient int hash;

        Cached(String text, int hash) {
            this.text = text;
            this.hash = hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cached that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = text.hashCode();
            }
            return hash;
        }
    }

    private static final class Titled extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        private final String title;

        Titled(String title) {
            this.title = title;
            add("a");
        }
    }

    private record Blob(int id, byte[] content) {}

    private static boolean same(Object returned, @Nullable Object read) {
        return Difference.between(returned, read).isEmpty();
    }

    @Test
    void listsSetsAndMapsAreComparedByWhatTheyHold() {
        assertThat(same(List.of(1, 2), new LinkedList<>(List.of(1, 2)))).isTrue();
        assertThat(same(List.of(1, 2), List.of(2, 1))).isFalse();
        assertThat(same(List.of(1, 2), List.of(1))).isFalse();
        assertThat(same(List.of(1), List.of(1L))).isFalse();
        assertThat(same(List.of(1), Set.of(1))).isFalse();
        assertThat(same(new LinkedHashSet<>(List.of(1, 2)), new HashSet<>(List.of(2, 1))))
                .isTrue();
        assertThat(same(Set.of(1, 2), Set.of(1, 3))).isFalse();
        assertThat(same(Map.of(1, "a"), new LinkedHashMap<>(Map.of(1, "a")))).isTrue();
        assertThat(same(Map.of(1, "a"), Map.of(1, "b"))).isFalse();
        assertThat(same(Map.of(1, "a"), Map.of("1", "a"))).isFalse();
        Map<String, Object> withNull = new HashMap<>();
        withNull.put("a", null);
        assertThat(same(withNull, Map.of("b", 1))).isFalse();
        assertThat(same(new ArrayDeque<>(List.of(1)), new ArrayDeque<>(List.of(1))))
                .isTrue();
        assertThat(same(Map.entry(1, "a"), Map.entry(1, "b"))).isFalse();
        assertThat(same(Optional.of(List.of(1)), Optional.of(List.of(2)))).isFalse();
        assertThat(same(Optional.empty(), Optional.of(1))).isFalse();
    }

    @Test
    void theOrderOfWhatIsSortedCounts() {
        TreeSet<Integer> reversed = new TreeSet<>(Comparator.reverseOrder());
        Collections.addAll(reversed, 1, 2);
        assertThat(same(reversed, new TreeSet<>(Set.of(1, 2)))).isFalse();
        TreeMap<Integer, String> reversedMap = new TreeMap<>(Comparator.reverseOrder());
        reversedMap.putAll(Map.of(1, "a", 2, "b"));
        assertThat(same(reversedMap, new TreeMap<>(reversedMap))).isTrue();
        assertThat(same(reversedMap, new TreeMap<>(Map.of(1, "a", 2, "b")))).isFalse();
    }

    @Test
    void objectsWithoutEqualsAreComparedByTheirFieldsWhereverTheyAre() {
        assertThat(same(new Plain("a"), new Plain("a"))).isTrue();
        assertThat(same(new Plain("a"), new Plain("b"))).isFalse();
        assertThat(same(List.of(new Plain("a")), List.of(new Plain("a")))).isTrue();
        assertThat(same(Set.of(new Plain("a"), new Plain("b")), Set.of(new Plain("b"), new Plain("a"))))
                .isTrue();
        assertThat(same(Set.of(new Plain("a"), new Plain("b")), Set.of(new Plain("a"), new Plain("a"))))
                .isFalse();
        assertThat(same(Map.of("k", new Plain("a")), Map.of("k", new Plain("b"))))
                .isFalse();
        assertThat(same(new Plain[] {new Plain("a")}, new Plain[] {new Plain("a")}))
                .isTrue();
        assertThat(same(new Blob(1, new byte[] {1}), new Blob(1, new byte[] {1})))
                .isTrue();
        assertThat(same(new Blob(1, new byte[] {1}), new Blob(1, new byte[] {2})))
                .isFalse();
        assertThat(same(new int[][] {{1}}, new int[][] {{2}})).isFalse();
        assertThat(same(new int[] {1}, new long[] {1})).isFalse();
    }

    @Test
    void theClassCounts() {
        assertThat(Difference.between(new Plain(new Sub("a")), new Plain(new Plain("a"))))
                .hasValueSatisfying(difference -> assertThat(difference)
                        .startsWith("Plain.content, ")
                        .contains("Sub, comes back as ")
                        .endsWith("Plain"));
    }

    @Test
    void anEqualsThatLooksAtLittleHidesNothing() {
        assertThat(same(new ById("a"), new ById("b"))).isFalse();
        assertThat(same(Set.of(new ById("a")), Set.of(new ById("b")))).isFalse();
        assertThat(same(Map.of(new ById("a"), 1), Map.of(new ById("b"), 1))).isFalse();
    }

    @Test
    void whatIsTransientDoesNotCountUnlessEqualsSaysSo() {
        assertThat(same(new Cached("a", 7), new Cached("a", 0))).isTrue();
        assertThat(same(new Cached("a", 7), new Cached("b", 7))).isFalse();
    }

    @Test
    void whatAContainerOfTheApplicationHoldsBesidesCounts() {
        assertThat(same(new Titled("x"), new Titled("x"))).isTrue();
        assertThat(same(new Titled("x"), new Titled("y"))).isFalse();
        assertThat(same(new Titled("x"), new ArrayList<>(List.of("a")))).isFalse();
    }

    @Test
    void platformClassesWithoutEqualsCannotBeShownToBeEqual() {
        assertThat(same(new AtomicInteger(1), new AtomicInteger(1))).isFalse();
        assertThat(same(new Plain(new AtomicInteger(1)), new Plain(new AtomicInteger(1))))
                .isFalse();
    }

    @Test
    void neverNamesAValue() {
        assertThat(Difference.between(new Plain(Map.of("secret", "secret")), new Plain(Map.of("secret", "other"))))
                .hasValueSatisfying(difference ->
                        assertThat(difference).contains("Plain.content[]").doesNotContain("secret"));
    }

    @Test
    void aLargeUnorderedSetOfObjectsIsNotComparedForEver() {
        Set<Plain> many = IntStream.range(0, 600).mapToObj(Plain::new).collect(Collectors.toSet());
        assertThat(Difference.between(many, new HashSet<>(many)))
                .hasValueSatisfying(difference -> assertThat(difference).contains("more elements"));
        assertThat(same(Arrays.asList(many.toArray()), new ArrayList<>(many))).isTrue();
    }
}
