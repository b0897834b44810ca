// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Measurements in a registry of MicroProfile Metrics. */
final class RegistryMeters implements Meters {

    private final MetricRegistry registry;
    private final Tag application;
    private final ConcurrentMap<Point, Counter> counters = new ConcurrentHashMap<>();
    private final ConcurrentMap<Point, Timer> timers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Series, AtomicLong> gauges = new ConcurrentHashMap<>();

    RegistryMeters(MetricRegistry registry, String application) {
        this.registry = registry;
        this.application = new Tag(Series.APPLICATION, application);
    }

    @Override
    public void count(Series series, Labels labels, long amount) {
        counters.computeIfAbsent(new Point(series, labels), point -> registry.counter(metadata(series), tags(point)))
                .inc(amount);
    }

    @Override
    public void time(Series series, Labels labels, long nanos) {
        timers.computeIfAbsent(new Point(series, labels), point -> registry.timer(metadata(series), tags(point)))
                .update(Duration.ofNanos(nanos));
    }

    @Override
    public void set(Series series, long value) {
        gauges.computeIfAbsent(series, this::gauge).set(value);
    }

    private AtomicLong gauge(Series series) {
        AtomicLong value = new AtomicLong();
        registry.gauge(metadata(series), value::get, tags(new Point(series, Labels.NONE)));
        return value;
    }

    /** Takes its series out of the registry, which may outlive the application. */
    @Override
    public void close() {
        counters.keySet().forEach(this::remove);
        timers.keySet().forEach(this::remove);
        gauges.keySet().forEach(series -> remove(new Point(series, Labels.NONE)));
    }

    private void remove(Point point) {
        registry.remove(new MetricID(point.series().dotted(), tags(point)));
    }

    /** A timer has a unit, so that its name has the suffix that it has everywhere else. */
    private static Metadata metadata(Series series) {
        return Metadata.builder()
                .withName(series.dotted())
                .withDescription(series.description())
                .withUnit(series.kind() == Series.Kind.TIMER ? MetricUnits.SECONDS : MetricUnits.NONE)
                .build();
    }

    private Tag[] tags(Point point) {
        List<Tag> tags = new ArrayList<>();
        tags.add(application);
        point.forEachLabel((name, value) -> tags.add(new Tag(name, value)));
        return tags.toArray(new Tag[0]);
    }
}
