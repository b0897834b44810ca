// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured, and what of it is known.
 *
 * @param base ends in a slash; paths are resolved against it
 * @param header the key's header, usually {@code Idempotency-Key}
 * @param keyRequired whether the operation refuses requests without a key
 * @param operation a protected operation that succeeds
 * @param failing a protected operation that answers an error which a retry must get again
 * @param slow a protected operation that takes some time; without it {@code operation} is raced
 * @param firstCaller the header lines that say who calls
 * @param secondCaller those of another caller
 * @param effects how to see what was done
 * @param documentation where the target's rules for keys are published
 * @param racers how many requests are sent at once, 2 to 256
 * @param timeout of one answer
 * @param keptFor how old a key is when the kit asks for it a last time
 */
public record Target(
        URI base,
        String header,
        boolean keyRequired,
        Endpoint operation,
        Optional<Endpoint> failing,
        Optional<Endpoint> slow,
        Map<String, String> firstCaller,
        Optional<Map<String, String>> secondCaller,
        Optional<EffectList> effects,
        Optional<URI> documentation,
        int racers,
        Duration timeout,
        Duration keptFor) {

    /** Keeps copies. */
    public Target {
        firstCaller = Map.copyOf(firstCaller);
        secondCaller = secondCaller.map(Map::copyOf);
    }
}
