// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.util.List;

/**
 * What a history says beside the effects.
 *
 * @param keys how many there were
 * @param effects how many rows there are for them
 * @param requests how many were sent
 * @param successes how many of these were answered 2xx
 * @param replays how many of those were replays
 * @param unknown how many requests got no answer
 * @param repeatedEffects second effects in a mode that allows them when something dies
 * @param violations what must never be; empty if all is well
 */
record Verdict(
        int keys,
        int effects,
        int requests,
        int successes,
        int replays,
        int unknown,
        int repeatedEffects,
        List<String> violations) {

    @Override
    public String toString() {
        return keys + " keys, " + effects + " effects, " + requests + " requests, " + successes + " successes, "
                + replays
                + " replays, " + unknown + " without answer, " + repeatedEffects + " repeated by INDEPENDENT, "
                + violations.size() + " violations";
    }
}
