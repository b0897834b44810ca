// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.testing.Requirement;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Requirement("A13")
class ResultTypeTest {

    private abstract static class Indirect<A, B> extends ResultType<B> {}

    private static <T> ResultType<List<T>> unknown() {
        return new ResultType<>() {};
    }

    @Test
    void namesATypeWithItsArguments() {
        assertThat(new ResultType<Map<String, List<Integer>>>() {}.type())
                .hasToString("java.util.Map<java.lang.String, java.util.List<java.lang.Integer>>");
        assertThat(new ResultType<String>() {}.type()).isEqualTo(String.class);
        assertThat(new ResultType<List<String>[]>() {}.type()).hasToString("java.util.List<java.lang.String>[]");
    }

    @Test
    void refusesATypeThatNothingCanBeReadBackTo() {
        for (ThrowingCallable named : List.<ThrowingCallable>of(
                ResultTypeTest::unknown,
                () -> new ResultType<List<?>>() {},
                () -> new ResultType<List<? extends Number>>() {},
                () -> new ResultType<Map<String, List<Object>>>() {},
                () -> new ResultType<Object>() {})) {
            assertThatThrownBy(named)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not known");
        }
        assertThatThrownBy(() -> new Indirect<String, Integer>() {})
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a direct subclass");
    }
}
