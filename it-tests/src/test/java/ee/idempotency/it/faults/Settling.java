// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What follows every fault, once all is well again: the leases end, and each key gets one retry. */
final class Settling {

    private static final int CLIENTS = 8;

    private Settling() {}

    /** Asserts that one retry a key is answered 2xx; the replies are in the history. */
    static void settle(Cluster cluster, History history, List<Key> keys) throws Exception {
        cluster.awaitEndOfLeases(keys);
        History retries = new History();
        new Load(cluster.ports(), retries, CLIENTS, 1).send(keys);
        Set<Key> unsettled = new HashSet<>(keys);
        for (History.Event event : retries.events()) {
            history.add(event);
            if (event.reply() instanceof Reply.Success) {
                unsettled.remove(event.key());
            }
        }
        assertThat(retries.events().stream().filter(event -> unsettled.contains(event.key())))
                .as("keys not settled by the lease and one retry")
                .isEmpty();
    }

    /** Judges all that was answered since the history began, when something died meanwhile. */
    static Verdict judge(Cluster cluster, History history, List<Key> keys, String what) throws Exception {
        return judge(Checker::afterFaults, history.events(), cluster.effects().of(keys), what);
    }

    /** As {@link #judge}, for a time in which nothing died. */
    static Verdict judgeStrictly(Cluster cluster, History history, List<Key> keys, String what) throws Exception {
        return judge(Checker::whileAllLive, history.events(), cluster.effects().of(keys), what);
    }

    private static Verdict judge(
            BiFunction<Collection<History.Event>, Map<String, List<String>>, Verdict> checker,
            List<History.Event> events,
            Map<String, List<String>> effects,
            String what) {
        for (Mode mode : Mode.all()) {
            List<History.Event> some =
                    events.stream().filter(event -> event.key().mode() == mode).toList();
            System.out.println("faults: " + what + ", " + mode + ": " + checker.apply(some, effects));
        }
        Verdict verdict = checker.apply(events, effects);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.replays()).as("replays seen").isPositive();
        return verdict;
    }
}
