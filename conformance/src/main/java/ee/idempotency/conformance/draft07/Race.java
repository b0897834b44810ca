// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Endpoint;
import ee.idempotency.conformance.internal.NotMeasured;
import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.internal.http.Exchange;
import ee.idempotency.conformance.internal.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same request many times at once.
 *
 * @param answers of the simultaneous requests
 * @param runs how often the operation ran for them
 * @param settled the answer to one more request after all were answered
 * @param runsInAll how often the operation ran with that one
 */
record Race(List<Answer> answers, long runs, Answer settled, long runsInAll) {

    /** A fast operation may be over before the next request arrives: then once more, at most so often. */
    private static final int ROUNDS = 5;

    Race {
        answers = List.copyOf(answers);
    }

    /** The answers that are no success: what a request gets whose original has not completed. */
    List<Answer> refused() {
        return answers.stream().filter(answer -> !answer.succeeded()).toList();
    }

    /** A successful answer other than the settled one. */
    Optional<Answer> otherSuccess() {
        return answers.stream()
                .filter(answer -> answer.succeeded() && !settles(answer))
                .findFirst();
    }

    /** Whether an answer has the settled result. That a replay may lose status and headers is another test's. */
    private boolean settles(Answer answer) {
        return answer.succeeded() && answer.text().equals(settled.text());
    }

    /** Races until a request is refused, or anything unexpected is seen. */
    static Race run(Probe probe) {
        Endpoint endpoint = probe.target().slow().orElse(probe.target().operation());
        Race race = once(probe, probe.fresh(endpoint));
        for (int round = 1; round < ROUNDS && race.showsNoConflict(); round++) {
            race = once(probe, probe.fresh(endpoint));
        }
        return race;
    }

    private boolean showsNoConflict() {
        return runs == 1 && answers.stream().allMatch(this::settles);
    }

    private static Race once(Probe probe, Attempt attempt) {
        List<Answer> answers = answers(probe, probe.request(attempt));
        long runs = probe.runs(attempt, answers.toArray(Answer[]::new));
        Answer settled = probe.send(attempt);
        List<Answer> all = new ArrayList<>(answers);
        all.add(settled);
        return new Race(answers, runs, settled, probe.runs(attempt, all.toArray(Answer[]::new)));
    }

    private static List<Answer> answers(Probe probe, Request request) {
        int racers = probe.target().racers();
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        List<Exchange> exchanges = new ArrayList<>();
        try {
            for (int i = 0; i < racers; i++) {
                exchanges.add(Exchange.prepare(request, probe.target().timeout()));
            }
            List<Future<Answer>> running = new ArrayList<>();
            for (Exchange exchange : exchanges) {
                running.add(pool.submit(exchange::finish));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw probe.noAnswer(request, failed.getCause());
        } catch (IOException failed) {
            throw probe.noAnswer(request, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("The kit was interrupted.");
        } finally {
            pool.shutdownNow();
            exchanges.forEach(Exchange::close);
        }
    }
}
