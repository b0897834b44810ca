// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.EffectList;
import ee.idempotency.conformance.Endpoint;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.Target;
import ee.idempotency.conformance.http.Answer;
import ee.idempotency.conformance.http.Exchange;
import ee.idempotency.conformance.http.Request;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes requests to the target and sees what they did. Not thread-safe. */
final class Probe {

    /** Numbers of requests are unlikely to come twice, and small enough for the amount of a payment. */
    private static final long NUMBERS = 10_000_000;

    private final Target target;
    private final Random random = new SecureRandom();
    private final Set<Long> used = new HashSet<>();
    private @Nullable Boolean runsDiffer;

    Probe(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    /** A request of the first caller with a key and a payload that were not used before. */
    Attempt fresh() {
        return fresh(target.operation());
    }

    Attempt fresh(Endpoint endpoint) {
        return new Attempt(endpoint, newNumber(), List.of(newKey()), target.firstCaller());
    }

    /** A String as the draft recommends it: a random UUID in double quotes. */
    static String newKey() {
        return '"' + UUID.randomUUID().toString() + '"';
    }

    /** A number of eight digits. */
    long newNumber() {
        long number;
        do {
            number = NUMBERS + (long) (random.nextDouble() * 8 * NUMBERS);
        } while (!used.add(number));
        return number;
    }

    Answer send(Attempt attempt) throws IOException {
        return Exchange.send(request(attempt), target.timeout());
    }

    /**
     * Sends a request that the test only builds on.
     *
     * @throws NotMeasured if it does not succeed
     */
    Answer sendSuccessfully(Attempt attempt) throws IOException {
        Answer answer = send(attempt);
        if (!answer.succeeded()) {
            throw new NotMeasured("needs a first request that succeeds; it was answered " + answer);
        }
        return answer;
    }

    /** What goes over the wire. */
    Request request(Attempt attempt) {
        Endpoint endpoint = attempt.endpoint();
        List<String> lines = new ArrayList<>();
        lines.add("Content-Type: " + endpoint.contentType());
        attempt.keyLines().forEach(value -> lines.add(target.header() + ": " + value));
        lines.addAll(lines(attempt.caller()));
        return new Request(
                endpoint.method(),
                target.base().resolve(endpoint.path(attempt.number())),
                lines,
                endpoint.body(attempt.number()));
    }

    /** A GET, relative to the base or absolute. */
    Answer get(URI uri, Map<String, String> caller) throws IOException {
        return Exchange.send(new Request("GET", target.base().resolve(uri), lines(caller), ""), target.timeout());
    }

    /**
     * How often the operation ran for the requests of one number: what the list of effects says or, without one, how many
     * different successful answers there were.
     *
     * @throws NotMeasured if it cannot be seen
     */
    long runs(Attempt attempt, Answer... answers) throws IOException {
        if (target.effects().isPresent()) {
            EffectList effects = target.effects().get();
            Answer list = get(URI.create(effects.path()), target.firstCaller());
            if (!list.succeeded()) {
                throw new IOException("effects-path was answered " + list);
            }
            return effects.count(list.text(), attempt.number());
        }
        requireThatRunsDiffer();
        return Stream.of(answers)
                .filter(Answer::succeeded)
                .map(Answer::text)
                .distinct()
                .count();
    }

    /** Without a list of effects two runs must be told apart by their answers: the same payload under two keys shows it. */
    private void requireThatRunsDiffer() throws IOException {
        if (runsDiffer == null) {
            Attempt one = fresh();
            Answer first = sendSuccessfully(one);
            Answer second = sendSuccessfully(one.withKeyLines(newKey()));
            runsDiffer = !first.text().equals(second.text());
        }
        if (!runsDiffer) {
            throw new NotMeasured("needs effects-path: two runs have the same answer and cannot be told apart");
        }
    }

    private static List<String> lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList();
    }
}
