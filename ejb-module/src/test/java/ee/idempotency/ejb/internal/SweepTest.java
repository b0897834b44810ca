// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.SchedulerSource;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What sweeps where the container has not found the EJB timer, as in a library of an EAR. */
@Requirement("A5")
class SweepTest {

    private static final String SWEPT = "idempotency.sweep.enabled";

    /** A store that counts its sweeps. */
    @ApplicationScoped
    public static class SweptStore extends PlainStore {

        private final AtomicInteger sweeps = new AtomicInteger();

        @Override
        public int sweep(int limit) {
            sweeps.incrementAndGet();
            return super.sweep(limit);
        }

        int sweeps() {
            return sweeps.get();
        }
    }

    /** Runs nothing by itself. */
    @ApplicationScoped
    public static class NotedTasks implements SchedulerSource {

        private static final List<String> CALLS = new ArrayList<>();
        private static final List<Runnable> TASKS = new ArrayList<>();

        @Override
        public ScheduledExecutorService scheduler() {
            return proxy(ScheduledExecutorService.class);
        }

        private static <T> T proxy(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> note(method, arguments)));
        }

        private static @Nullable Object note(Method method, Object[] arguments) {
            if (method.getName().equals("scheduleWithFixedDelay")) {
                TASKS.add((Runnable) arguments[0]);
                CALLS.add("every " + arguments[2] + " " + arguments[3]);
                return proxy(method.getReturnType());
            }
            CALLS.add(method.getName());
            return method.getReturnType() == boolean.class ? true : null;
        }
    }

    @SuppressWarnings("try") // deployed, and nothing asked of it
    private static List<String> linesOf(Map<String, String> settings, Class<?>... beans) {
        try (LoggedLines lines = new LoggedLines();
                Application deployed = Application.deploy(settings, beans)) {
            return List.copyOf(lines.all());
        }
    }

    @Test
    void theSchedulerOfTheContainerTakesOver() {
        NotedTasks.CALLS.clear();
        NotedTasks.TASKS.clear();
        try (LoggedLines lines = new LoggedLines();
                Application application = Application.deploy(Map.of(), SweptStore.class, NotedTasks.class)) {
            assertThat(lines.all()).singleElement().asString().startsWith("WARNING IDEM-0206");
            assertThat(NotedTasks.CALLS).containsExactly("every 300000 MILLISECONDS");

            NotedTasks.TASKS.get(0).run();

            assertThat(application.get(SweptStore.class).sweeps()).isOne();
        }
        assertThat(NotedTasks.CALLS).containsExactly("every 300000 MILLISECONDS", "cancel");
    }

    @Test
    void itIsAnErrorThatNothingSweeps() {
        assertThat(linesOf(Map.of(), SweptStore.class))
                .singleElement()
                .asString()
                .startsWith("SEVERE IDEM-0207");
    }

    @Test
    void nothingIsSaidWhereNothingShouldSweep() {
        assertThat(linesOf(Map.of(SWEPT, "false"), SweptStore.class, NotedTasks.class))
                .isEmpty();
        assertThat(linesOf(Map.of("idempotency.store", "memory"))).isEmpty();
    }
}
