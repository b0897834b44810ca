// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.testing.Requirement;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a result inherits of the platform, and what it does not write, when it is compared with what was read back. */
@Requirement("A11")
// fields that reflection reads
@SuppressWarnings({"UnusedVariable", "JavaUtilDate", "DistinctVarargsChecker", "serial"})
class InheritedStateTest {

    private record Plain(List<Object> content) {

        /** Equal to itself alone, so that only its components show what it is. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static final class Stamp extends Date {

        Stamp(long time) {
            super(time);
        }
    }

    private static final class Lines extends ArrayList<Plain> {}

    private static final class Attributes extends HashMap<String, Plain> {}

    private static final class Pair extends AbstractMap.SimpleEntry<String, Plain> {

        Pair(String key, Plain value) {
            super(key, value);
        }
    }

    private static class Session {

        private final transient int token;
        private final String user = "alice";

        Session(int token) {
            this.token = token;
        }
    }

    private static final class TokenSession extends Session {

        private final int same;

        TokenSession(int token) {
            super(token);
            same = token;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TokenSession that && same == that.same;
        }

        @Override
        public int hashCode() {
            return same;
        }
    }

    private static final class Counted {

        private final transient int count;
        private final String name = "a";

        Counted(int count) {
            this.count = count;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Counted that && count == that.count;
        }

        @Override
        public int hashCode() {
            return count;
        }
    }

    private static boolean same(Object returned, @Nullable Object read) {
        return Difference.between(returned, read).isEmpty();
    }

    private static Plain plain(Object content) {
        return new Plain(List.of(content));
    }

    @Test
    void stateOfAnInheritedPlatformClassCounts() {
        assertThat(same(new Stamp(1), new Stamp(1))).isTrue();
        assertThat(same(new Stamp(1), new Stamp(2))).isFalse();
    }

    @Test
    void containersOfTheApplicationAreComparedByWhatTheyHoldAlone() {
        assertThat(same(lines("a"), lines("a"))).isTrue();
        assertThat(same(lines("a"), lines("b"))).isFalse();
        assertThat(same(attributes("a"), attributes("a"))).isTrue();
        assertThat(same(attributes("a"), attributes("b"))).isFalse();
        assertThat(same(new Pair("k", plain("a")), new Pair("k", plain("a")))).isTrue();
        assertThat(same(new Pair("k", plain("a")), new Pair("k", plain("b")))).isFalse();
    }

    private static Lines lines(String content) {
        Lines lines = new Lines();
        lines.add(plain(content));
        return lines;
    }

    private static Attributes attributes(String content) {
        Attributes attributes = new Attributes();
        attributes.put("k", plain(content));
        return attributes;
    }

    @Test
    void whatIsTransientCountsWhereTheOwnEqualsSaysSo() {
        assertThat(same(new Session(1), new Session(2))).isTrue();
        assertThat(same(new TokenSession(1), new TokenSession(1))).isTrue();
        assertThat(same(new Counted(1), new Counted(1))).isTrue();
        assertThat(same(new Counted(1), new Counted(2))).isFalse();
    }

    @Test
    void eachElementWithoutAnOrderStandsForOne() {
        assertThat(same(Set.of(plain("a"), plain("a")), Set.of(plain("a"), plain("b"))))
                .isFalse();
        assertThat(same(Set.of(plain("a"), plain("a")), Set.of(plain("a"), plain("a"))))
                .isTrue();
    }

    @Test
    void saysWhereNothingCouldBeCompared() {
        assertThat(Difference.between(new AtomicInteger(1), new AtomicInteger(1)))
                .hasValueSatisfying(difference -> assertThat(difference).endsWith("or cannot be compared"));
        assertThat(Difference.between(new Counted(1), new Counted(2)))
                .hasValueSatisfying(difference -> assertThat(difference).endsWith("another value"));
    }
}
