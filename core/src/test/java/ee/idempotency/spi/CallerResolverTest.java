// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.testing.Requirement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Callers of different names are different callers, whatever the names are. */
@Requirement("O11")
class CallerResolverTest {

    @Test
    void aNameCannotBeThatOfNobody() {
        assertThat(CallerResolver.inBinding(Optional.empty())).isEqualTo("anonymous");
        assertThat(CallerResolver.inBinding(Optional.of("anonymous"))).isEqualTo("user:anonymous");
        assertThat(CallerResolver.inBinding(Optional.of(""))).isEqualTo("user:");
    }

    @Test
    void namesThatNoBindingTakesStayApart() {
        String longName = "x".repeat(300);
        Set<String> callers = Stream.of(longName, longName + "y", "a\nb", "a\rb", "a\uD800", "a\uD801")
                .map(name -> CallerResolver.inBinding(Optional.of(name)))
                .collect(Collectors.toSet());

        assertThat(callers).hasSize(6).allMatch(caller -> caller.matches("user-sha256:[0-9a-f]{64}"));
        assertThat(callers).allMatch(Binding::isCaller);
        assertThat(CallerResolver.inBinding(Optional.of("user-sha256:00"))).startsWith("user:");
    }
}
