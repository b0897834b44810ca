// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, by every binding alike. All series have the label {@value #APPLICATION}, too. */
@SuppressWarnings("ImmutableEnumChecker") // a list of constants that nobody changes
enum Series {
    /** Calls that have ended, by how: each call counts once. */
    CALLS("idempotency.calls", Kind.COUNTER, "Calls that have ended", "operation", "mode", "outcome", "reason"),
    /** From the call until its operation runs, or until it is replayed or refused. */
    START("idempotency.start", Kind.TIMER, "Time until the operation runs or the call is answered", "operation"),
    /** As long as a call waited on this node for another one of its key; calls that could not wait are not in it. */
    WAIT("idempotency.wait", Kind.TIMER, "Time that calls waited for another one of their key", "operation"),
    /** As long as operations ran. */
    WORK("idempotency.work", Kind.TIMER, "Time that operations ran", "operation"),
    /** As long as it took to store an outcome, to find that it is not stored, or to give a key back. */
    SETTLE("idempotency.settle", Kind.TIMER, "Time to store outcomes", "operation"),
    /** What seldom happens and somebody should look at. */
    INCIDENTS("idempotency.incidents", Kind.COUNTER, "Takeovers, lost leases, lost commits", "operation", "kind"),
    /** Calls of the store. */
    STORE("idempotency.store", Kind.TIMER, "Time that the store took", "verb", "result"),
    /** Records that sweeps have deleted. */
    SWEPT("idempotency.swept", Kind.COUNTER, "Expired records deleted"),
    /** What shadow mode finds out about requests, which are in no other series of calls. */
    SHADOW("idempotency.shadow", Kind.COUNTER, "What shadow mode has found", "operation", "finding"),
    /** 1 while the tier in front of the durable one is out of use, else 0. */
    HOT_TIER_OUT("idempotency.hot.tier.out", Kind.GAUGE, "1 while the hot tier is out of use");

    /** The label that every series has. */
    static final String APPLICATION = "app";

    /** How values of a series are put together. */
    enum Kind {
        COUNTER,
        TIMER,
        GAUGE
    }

    private final String dotted;
    private final Kind kind;
    private final String description;
    private final List<String> labels;

    Series(String dotted, Kind kind, String description, String... labels) {
        this.dotted = dotted;
        this.kind = kind;
        this.description = description;
        this.labels = List.of(labels);
    }

    /** Its name, as OpenTelemetry and MicroProfile Metrics have it. */
    String dotted() {
        return dotted;
    }

    /** The same as Prometheus spells it, before the suffix of its kind. */
    String underscored() {
        return dotted.replace('.', '_');
    }

    Kind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    /** Its labels besides the application, in the order of {@link Labels}. */
    List<String> labels() {
        return labels;
    }

    /** Its names as Prometheus scrapes them. */
    Stream<String> scraped() {
        String name = underscored();
        return switch (kind) {
            case COUNTER -> Stream.of(name + "_total");
            case TIMER -> Stream.of(name + "_seconds_count", name + "_seconds_sum");
            case GAUGE -> Stream.of(name);
        };
    }

    /** All names that Prometheus can scrape. */
    static List<String> allScraped() {
        return Arrays.stream(values()).flatMap(Series::scraped).toList();
    }
}
