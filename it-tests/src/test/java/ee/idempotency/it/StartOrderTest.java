// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ejb.internal.SweepSchedule;
import ee.idempotency.liquibase.StartupMigrator;
import ee.idempotency.persistence.internal.DatabaseStartupCheck;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Initialized;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the start is three numbers in three modules, because the migrator may import no other module. */
class StartOrderTest {

    @Test
    void theSchemaIsMigratedThenCheckedThenSwept() {
        assertThat(Stream.of(StartupMigrator.class, DatabaseStartupCheck.class, SweepSchedule.class)
                        .map(StartOrderTest::priority))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** Of the one observer of the start that a bean has. */
    private static int priority(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(Initialized.class))
                .map((Parameter parameter) ->
                        parameter.getAnnotation(Priority.class).value())
                .reduce((one, another) -> {
                    throw new IllegalStateException(bean + " observes the start twice");
                })
                .orElseThrow();
    }
}
