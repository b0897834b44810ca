// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.EffectList;
import ee.idempotency.conformance.internal.Endpoint;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.Target;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.internal.http.Exchange;
import ee.idempotency.conformance.internal.http.Request;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes requests to the target and sees what they did. Not thread-safe. */
final class Probe {

    /** Numbers of requests are unlikely to come twice, and small enough for the amount of a payment. */
    private static final long NUMBERS = 10_000_000;

    /** A target that left so many requests without an answer is asked no more: each costs a time-out. */
    private static final int PATIENCE = 3;

    private final Target target;
    private final Random random = new SecureRandom();
    private final Set<Long> used = new HashSet<>();
    private final List<String> unanswered = new ArrayList<>();
    private final Once<Boolean> runsDiffer = new Once<>(this::runsDiffer);

    Probe(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    /** The requests that got no answer, each with what happened. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
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

    /** @throws NotMeasured if there is no answer; one rule reports that, for all tests that meet it */
    Answer send(Attempt attempt) {
        return send(request(attempt));
    }

    private Answer send(Request request) {
        requirePatience();
        try {
            return Exchange.send(request, target.timeout());
        } catch (IOException failed) {
            throw noAnswer(request, failed);
        }
    }

    /** Remembers that a request got no answer. */
    NotMeasured noAnswer(Request request, @Nullable Throwable failed) {
        String what = failed instanceof SocketTimeoutException
                ? "no answer within " + target.timeout()
                : failed == null ? "no answer" : String.valueOf(failed.getMessage());
        unanswered.add(request.method() + " " + request.uri() + ": " + what);
        return new NotMeasured("A request got no answer; see \"answers every request\".");
    }

    private void requirePatience() {
        if (unanswered.size() >= PATIENCE) {
            throw new NotMeasured("The target has stopped answering; see \"answers every request\".");
        }
    }

    /**
     * The answer to a request whose key may be refused; empty if the connection was closed without one.
     *
     * @throws NotMeasured if there is no answer in time
     */
    Optional<Answer> trySend(Attempt attempt) {
        requirePatience();
        Request request = request(attempt);
        try {
            return Optional.of(Exchange.send(request, target.timeout()));
        } catch (SocketTimeoutException hanging) {
            throw noAnswer(request, hanging);
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** @throws NotMeasured if the request, which the test only builds on, does not succeed */
    Answer sendSuccessfully(Attempt attempt) {
        Answer answer = send(attempt);
        if (!answer.succeeded()) {
            throw new NotMeasured("Needs a first request that succeeds; it was answered " + answer + ".");
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
    Answer get(URI uri, Map<String, String> caller) {
        return send(new Request("GET", target.base().resolve(uri), lines(caller), ""));
    }

    /**
     * How often the operation ran for the requests of one number: what the list of effects says or, without one, how many
     * different successful answers there were.
     *
     * @throws NotMeasured if it cannot be seen
     */
    long runs(Attempt attempt, Answer... answers) {
        if (target.effects().isPresent()) {
            EffectList effects = target.effects().get();
            Answer list = get(URI.create(effects.path()), target.firstCaller());
            if (!list.succeeded()) {
                throw new NotMeasured("Needs effects-path to succeed; it was answered " + list + ".");
            }
            return effects.count(list.text(), attempt.number());
        }
        if (!runsDiffer.get()) {
            throw new NotMeasured("Needs effects-path: two runs have the same answer and look like one.");
        }
        return Stream.of(answers)
                .filter(Answer::succeeded)
                .map(Answer::text)
                .distinct()
                .count();
    }

    /** Whether the same payload under two keys gets two answers: without a list of effects that shows what ran. */
    private boolean runsDiffer() {
        Attempt one = fresh();
        Answer first = sendSuccessfully(one);
        Answer second = sendSuccessfully(one.withKeyLines(newKey()));
        return !first.text().equals(second.text());
    }

    private static List<String> lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList();
    }
}
