// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The situations that the rules judge; each is brought about once. A fault is reported by the one rule it breaks: a situation
 * that only exists where another rule holds is not measured where that one is broken. Not thread-safe.
 */
final class Scenarios {

    private final Probe probe;
    private final Once<Attempt> attempt;
    private final Once<Answer> first;
    private final Once<Retry> retry;
    private final Once<Missing> missing;
    private final Once<Reuse> reuse;
    private final Once<Race> race;
    private final Once<List<Malformed.Trial>> malformed;
    private final Once<List<OtherType>> otherTypes;
    private final Once<TwoCallers> callers;

    Scenarios(Probe probe) {
        this.probe = probe;
        attempt = new Once<>(probe::fresh);
        first = new Once<>(() -> probe.send(attempt.get()));
        retry = new Once<>(this::bringAboutRetry);
        missing = withKeys(this::bringAboutMissing);
        reuse = withKeys(this::bringAboutReuse);
        race = withKeys(() -> Race.run(probe));
        malformed = withKeys(() -> Malformed.tryAll(probe));
        otherTypes = withKeys(() -> OtherType.taken(probe));
        callers = withKeys(() -> TwoCallers.meet(probe));
    }

    /** A situation that means something only where a valid key is a key. */
    private <T> Once<T> withKeys(Supplier<T> situation) {
        return new Once<>(() -> {
            requireKeys();
            return situation.get();
        });
    }

    /** A request without the header, twice. */
    record Missing(Answer first, Answer second, long runs) {}

    /** A request and its retries, three requests in all, and the System.nanoTime() of the first. */
    record Retry(Attempt attempt, Answer first, Answer second, long runs, long nanoTime) {}

    /** A request, another payload under its key, and the first payload again. */
    record Reuse(Answer first, Answer other, Answer again, long runs, long otherRuns) {}

    /** The answer to the first request of all. */
    Answer first() {
        return first.get();
    }

    /** @throws NotMeasured if the first request does not succeed */
    Retry retry() {
        return retry.get();
    }

    /** @throws NotMeasured if keys are optional */
    Missing missing() {
        return missing.get();
    }

    Reuse reuse() {
        return reuse.get();
    }

    /** Simultaneous requests. */
    Race race() {
        return race.get();
    }

    /** What became of every malformed key. */
    List<Malformed.Trial> malformed() {
        return malformed.get();
    }

    /** Items of other types that are keys too. */
    List<OtherType> otherTypes() {
        return otherTypes.get();
    }

    /** @throws NotMeasured if there is no second caller */
    TwoCallers callers() {
        return callers.get();
    }

    /** The refusals of section 2.7 that came about. */
    List<Answer> refusals() {
        List<Answer> answers = new ArrayList<>();
        if (isMeasured(missing)) {
            answers.addAll(List.of(missing().first(), missing().second()));
        }
        if (isMeasured(reuse)) {
            answers.add(reuse().other());
        }
        if (isMeasured(race)) {
            answers.addAll(race().refused());
        }
        return answers.stream().filter(answer -> !answer.succeeded()).toList();
    }

    /** @throws NotMeasured if a valid key is no key here: nothing else can be said of keys then */
    void requireKeys() {
        NotMeasured.unless(isMeasured(retry) && retry().runs() == 1, "runs nothing for a retry");
    }

    /** @throws NotMeasured if what is no String is a key too */
    void requireOnlyStringsAsKeys() {
        NotMeasured.unless(
                malformed().stream().noneMatch(Malformed.Trial::isHarmful), "takes no malformed value as a key");
    }

    /** A missing key that was refused; true too where keys are optional. */
    void requireMissingKeysRefused() {
        boolean refused = !probe.target().keyRequired()
                || (isMeasured(missing)
                        && missing().runs() == 0
                        && !missing().second().succeeded());
        NotMeasured.unless(refused, "fails requests without a required key");
    }

    /** Another payload that was refused. */
    Reuse refusedReuse() {
        Reuse seen = reuse();
        NotMeasured.unless(
                seen.otherRuns() == 0 && !seen.other().succeeded(), "fails another payload under the same key");
        return seen;
    }

    /** A race in which the operation ran once, and did not run again afterwards. */
    Race raceOfOneRun() {
        Race seen = race();
        NotMeasured.unless(seen.runs() == 1, "runs one of many simultaneous requests");
        NotMeasured.unless(seen.runsInAll() == 1, "runs nothing for a retry after simultaneous requests");
        return seen;
    }

    /** A race in which, besides, nothing else succeeded. */
    Race fairRace() {
        Race seen = raceOfOneRun();
        NotMeasured.unless(seen.otherSuccess().isEmpty(), "answers a concurrent request with no other success");
        return seen;
    }

    private Retry bringAboutRetry() {
        NotMeasured.unless(first().succeeded(), "takes a string as a key");
        long start = System.nanoTime();
        Answer second = probe.send(attempt.get());
        Answer third = probe.send(attempt.get());
        long runs = probe.runs(attempt.get(), first(), second, third);
        return new Retry(attempt.get(), first(), second, runs, start);
    }

    private Missing bringAboutMissing() {
        if (!probe.target().keyRequired()) {
            throw new NotMeasured("Needs a target that requires keys; key-required is false.");
        }
        Attempt keyless = probe.fresh().withKeyLines();
        Answer one = probe.send(keyless);
        Answer two = probe.send(keyless);
        return new Missing(one, two, probe.runs(keyless, one, two));
    }

    private Reuse bringAboutReuse() {
        Attempt one = probe.fresh();
        Attempt other = one.withNumber(probe.newNumber());
        Answer succeeded = probe.sendSuccessfully(one);
        Answer refused = probe.send(other);
        Answer again = probe.send(one);
        return new Reuse(succeeded, refused, again, probe.runs(one, succeeded, again), probe.runs(other, refused));
    }

    private static boolean isMeasured(Once<?> situation) {
        try {
            situation.get();
            return true;
        } catch (NotMeasured notSeen) {
            return false;
        }
    }
}
