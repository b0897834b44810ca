// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The rounds of one measurement, and the ratio of each contender to its floor in the same round. */
final class Rounds {

    private final String title;
    private final Map<String, String> floors;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    /** @param floors which contender each is compared with */
    Rounds(String title, Map<String, String> floors) {
        this.title = title;
        this.floors = floors;
    }

    void add(String contender, Sample sample) {
        samples.computeIfAbsent(contender, absent -> new ArrayList<>()).add(sample);
    }

    /** What makes these figures worthless, of a contender that is its own floor; empty if nothing does. */
    List<String> noise(String contender) {
        List<String> noise = new ArrayList<>();
        note(noise, "rate", ratios(contender, Sample::rate));
        note(noise, "processor time", ratios(contender, Sample::economy));
        return noise;
    }

    private void note(List<String> noise, String what, Ratios ratios) {
        if (ratios.areNoise()) {
            noise.add(title + ", by " + what + ": the same contender twice is " + ratios);
        }
    }

    private Ratios ratios(String contender, ToDoubleFunction<Sample> figure) {
        List<Sample> own = samples.get(contender);
        List<Sample> floor = samples.get(floors.get(contender));
        return new Ratios(IntStream.range(0, own.size())
                .mapToObj(round -> figure.applyAsDouble(own.get(round)) / figure.applyAsDouble(floor.get(round)))
                .sorted()
                .toList());
    }

    private double median(String contender, ToDoubleFunction<Sample> figure) {
        return new Ratios(samples.get(contender).stream()
                        .map(figure::applyAsDouble)
                        .sorted()
                        .toList())
                .median();
    }

    /** For people. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                "%n%s; of its floor: median (lowest-highest)%n%-32s %8s %-18s %8s %-18s %s%n",
                title, "", "calls/s", "", "CPU us", "by processor time", "floor"));
        for (String contender : samples.keySet()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-32s %8.0f %-18s %8.0f %-18s %s%n",
                    contender,
                    median(contender, Sample::rate),
                    ratios(contender, Sample::rate),
                    1e6 / median(contender, Sample::economy),
                    ratios(contender, Sample::economy),
                    floors.get(contender)));
        }
        return table.toString();
    }

    /** For programs: a line a round. */
    String csv(String profile, int threads) {
        StringBuilder lines = new StringBuilder();
        samples.forEach((contender, all) -> {
            for (int round = 0; round < all.size(); round++) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%s,%d,\"%s\",\"%s\",%d,%.1f,%.1f%n",
                        profile,
                        threads,
                        contender,
                        floors.get(contender),
                        round,
                        all.get(round).rate(),
                        1e6 / all.get(round).economy()));
            }
        });
        return lines.toString();
    }
}
