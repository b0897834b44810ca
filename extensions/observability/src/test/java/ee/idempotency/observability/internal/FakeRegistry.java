// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** A registry that a server would provide: it keeps values by the id of their metric. */
@ApplicationScoped
public class FakeRegistry {

    private final Map<MetricID, Object> metrics = new ConcurrentSkipListMap<>();

    @Produces
    @Singleton
    MetricRegistry registry() {
        return proxy(MetricRegistry.class, (method, arguments) -> switch (method) {
            case "counter", "timer" ->
                metrics.computeIfAbsent(
                        id((Metadata) arguments[0], (Tag[]) arguments[1]),
                        first -> method.equals("counter") ? counter() : timer());
            case "gauge" -> metrics.put(id((Metadata) arguments[0], (Tag[]) arguments[2]), arguments[1]);
            case "remove" -> metrics.remove((MetricID) arguments[0]) != null;
            case "toString" -> "registry";
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static MetricID id(Metadata metadata, Tag... tags) {
        return new MetricID(metadata.getName(), tags);
    }

    private static Counter counter() {
        long[] sum = {0};
        return proxy(Counter.class, (method, arguments) -> switch (method) {
            case "inc" -> sum[0] += (long) arguments[0];
            case "getCount" -> sum[0];
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static Timer timer() {
        long[] updates = {0};
        return proxy(Timer.class, (method, arguments) -> switch (method) {
            case "update" -> {
                assert !((Duration) arguments[0]).isNegative();
                yield ++updates[0];
            }
            case "getCount" -> updates[0];
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Behaviour {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = behaviour.of(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }

    /** The values, to be asked for when the scope of this bean is over. */
    Supplier<Map<String, Long>> later() {
        return this::values;
    }

    /** Every value, by its name and tags. */
    Map<String, Long> values() {
        Map<String, Long> values = new TreeMap<>();
        metrics.forEach((id, metric) -> values.put(id.getName() + Arrays.toString(tags(id)), value(metric)));
        return values;
    }

    private static String[] tags(MetricID id) {
        return id.getTags().entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toArray(String[]::new);
    }

    private static long value(Object metric) {
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        return metric instanceof Timer timer ? timer.getCount() : (Long) ((Supplier<?>) metric).get();
    }
}
