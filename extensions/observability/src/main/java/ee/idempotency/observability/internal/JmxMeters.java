// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.EngineMXBean;
import ee.idempotency.observability.Timing;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Measurements kept in memory, as JMX shows them. */
final class JmxMeters implements Meters, EngineMXBean {

    private static final double NANOS = 1e9;

    private final ConcurrentMap<Point, LongAdder> counters = new ConcurrentHashMap<>();
    private final ConcurrentMap<Point, Timer> timers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Series, Long> gauges = new ConcurrentHashMap<>();

    /** Count, sum and maximum. */
    private record Timer(LongAdder count, LongAdder nanos, LongAccumulator longest) {

        static Timer create() {
            return new Timer(new LongAdder(), new LongAdder(), new LongAccumulator(Math::max, 0));
        }

        Timing timing() {
            return new Timing(count.sum(), nanos.sum() / NANOS, longest.get() / NANOS);
        }
    }

    @Override
    public void count(Series series, Labels labels, long amount) {
        counters.computeIfAbsent(new Point(series, labels), first -> new LongAdder())
                .add(amount);
    }

    @Override
    public void time(Series series, Labels labels, long nanos) {
        Timer timer = timers.computeIfAbsent(new Point(series, labels), first -> Timer.create());
        timer.count().increment();
        timer.nanos().add(nanos);
        timer.longest().accumulate(nanos);
    }

    @Override
    public void set(Series series, long value) {
        gauges.put(series, value);
    }

    @Override
    public Map<String, Long> getCounts() {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((point, adder) -> counts.put(point.spelled(name(point.series())), adder.sum()));
        gauges.forEach((series, value) -> counts.put(name(series), value));
        return counts;
    }

    @Override
    public Map<String, Timing> getTimings() {
        Map<String, Timing> timings = new TreeMap<>();
        timers.forEach((point, timer) ->
                timings.put(point.spelled(point.series().underscored() + "_seconds"), timer.timing()));
        return timings;
    }

    private static String name(Series series) {
        return series.scraped().findFirst().orElseThrow();
    }
}
