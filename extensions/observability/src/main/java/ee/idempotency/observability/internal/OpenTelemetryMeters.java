// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongGauge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Measurements of a meter of OpenTelemetry; of timers those are histograms in seconds. */
final class OpenTelemetryMeters implements Meters {

    private static final double NANOS = 1e9;

    private final String application;
    private final Map<Series, LongCounter> counters = new EnumMap<>(Series.class);
    private final Map<Series, DoubleHistogram> timers = new EnumMap<>(Series.class);
    private final Map<Series, AtomicLong> gauges = new EnumMap<>(Series.class);
    private final List<ObservableLongGauge> observed = new ArrayList<>();
    private final ConcurrentMap<Point, Attributes> attributes = new ConcurrentHashMap<>();

    OpenTelemetryMeters(Meter meter, String application) {
        this.application = application;
        for (Series series : Series.values()) {
            switch (series.kind()) {
                case COUNTER ->
                    counters.put(
                            series,
                            meter.counterBuilder(series.dotted())
                                    .setDescription(series.description())
                                    .build());
                case TIMER ->
                    timers.put(
                            series,
                            meter.histogramBuilder(series.dotted())
                                    .setDescription(series.description())
                                    .setUnit("s")
                                    .build());
                case GAUGE -> gauges.put(series, observe(meter, series));
            }
        }
    }

    private AtomicLong observe(Meter meter, Series series) {
        AtomicLong value = new AtomicLong();
        observed.add(meter.gaugeBuilder(series.dotted())
                .ofLongs()
                .setDescription(series.description())
                .buildWithCallback(gauge -> gauge.record(value.get(), attributes(series, Labels.NONE))));
        return value;
    }

    @Override
    public void count(Series series, Labels labels, long amount) {
        counter(series).add(amount, attributes(series, labels));
    }

    private LongCounter counter(Series series) {
        LongCounter counter = counters.get(series);
        if (counter == null) {
            throw new IllegalArgumentException(series + " is no counter");
        }
        return counter;
    }

    @Override
    public void time(Series series, Labels labels, long nanos) {
        DoubleHistogram timer = timers.get(series);
        if (timer == null) {
            throw new IllegalArgumentException(series + " is no timer");
        }
        timer.record(nanos / NANOS, attributes(series, labels));
    }

    @Override
    public void set(Series series, long value) {
        AtomicLong gauge = gauges.get(series);
        if (gauge == null) {
            throw new IllegalArgumentException(series + " is no gauge");
        }
        gauge.set(value);
    }

    private Attributes attributes(Series series, Labels labels) {
        return attributes.computeIfAbsent(new Point(series, labels), this::made);
    }

    private Attributes made(Point point) {
        AttributesBuilder made = Attributes.builder().put(Series.APPLICATION, application);
        point.forEachLabel(made::put);
        return made.build();
    }

    /** Ends what is asked for values; counters and histograms need no end. */
    @Override
    public void close() {
        observed.forEach(ObservableLongGauge::close);
    }
}
