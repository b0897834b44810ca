// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import ee.idempotency.it.faults.History.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a history key by key:
 *
 * <ol>
 *   <li>all 2xx of a key have the same status and body;
 *   <li>the effect that a 2xx names is there;
 *   <li>there is one effect at most; in INDEPENDENT a second one is counted apart if something died meanwhile;
 *   <li>a refusal is one of those that a fault explains.
 * </ol>
 */
final class Checker {

    private static final Set<String> EXPLAINED =
            Set.of("in-progress", "store-unavailable", "outcome-not-stored", "ownership-lost", "500", "503");

    /** Payara listens before it has deployed: a node that starts again knows no path yet. */
    private static final String NOT_DEPLOYED = "404";

    private final boolean somethingDied;
    private final List<String> violations = new ArrayList<>();
    private int repeatedEffects;

    private Checker(boolean somethingDied) {
        this.somethingDied = somethingDied;
    }

    /** Judges a time in which nothing died: one effect a key in every mode. */
    static Verdict whileAllLive(Collection<Event> history, Map<String, List<String>> effects) {
        return new Checker(false).judge(history, effects);
    }

    /**
     * Judges a time in which something died.
     *
     * @param effects of each key the ids of its effects
     */
    static Verdict afterFaults(Collection<Event> history, Map<String, List<String>> effects) {
        return new Checker(true).judge(history, effects);
    }

    private Verdict judge(Collection<Event> history, Map<String, List<String>> effects) {
        Map<Key, List<Event>> byKey =
                history.stream().collect(Collectors.groupingBy(Event::key, LinkedHashMap::new, Collectors.toList()));
        int found = 0;
        for (Map.Entry<Key, List<Event>> entry : byKey.entrySet()) {
            List<String> ids = effects.getOrDefault(entry.getKey().id(), List.of());
            found += ids.size();
            judge(entry.getKey(), entry.getValue(), ids);
        }
        return new Verdict(
                byKey.size(),
                found,
                history.size(),
                count(history, Reply.Success.class),
                (int) history.stream()
                        .filter(event -> event.reply() instanceof Reply.Success success && success.replayed())
                        .count(),
                count(history, Reply.Unknown.class),
                repeatedEffects,
                List.copyOf(violations));
    }

    private void judge(Key key, List<Event> events, List<String> ids) {
        if (ids.size() > 1 && (key.mode().exactlyOnce() || !somethingDied)) {
            violations.add(key + " has " + ids.size() + " effects");
        } else if (ids.size() > 1) {
            repeatedEffects += ids.size() - 1;
        }
        Reply.Success first = null;
        for (Event event : events) {
            if (event.reply() instanceof Reply.Success success) {
                first = first == null ? success : first;
                judge(key, success, first, ids);
            } else if (event.reply() instanceof Reply.Refused refused && !isExplained(refused)) {
                violations.add(key + " was refused with " + refused);
            }
        }
    }

    private void judge(Key key, Reply.Success success, Reply.Success first, List<String> ids) {
        if (success.status() != first.status() || !success.body().equals(first.body())) {
            violations.add(key + " was answered " + first + " and " + success);
        }
        if (ids.stream().noneMatch(success.body()::startsWith)) {
            violations.add(key + " was answered " + success + ", but its effects are " + ids);
        }
    }

    private boolean isExplained(Reply.Refused refused) {
        return EXPLAINED.contains(refused.code())
                || (somethingDied && refused.code().equals(NOT_DEPLOYED));
    }

    private static int count(Collection<Event> history, Class<? extends Reply> type) {
        return (int) history.stream().map(Event::reply).filter(type::isInstance).count();
    }
}
