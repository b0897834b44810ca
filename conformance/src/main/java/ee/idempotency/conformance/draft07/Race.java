// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.Endpoint;
import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import ee.idempotency.conformance.http.Exchange;
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
 * @param settled the answer of one more request after all were answered
 */
record Race(List<Answer> answers, long runs, Answer settled) {

    /** A fast operation may be over before the next request arrives: then once more, at most so often. */
    private static final int ROUNDS = 5;

    Race {
        answers = List.copyOf(answers);
    }

    /** The answers that are no success: what a request is told whose original has not completed. */
    List<Answer> refused() {
        return answers.stream().filter(answer -> !answer.succeeded()).toList();
    }

    /** The successful answers. */
    List<Answer> successes() {
        return answers.stream().filter(Answer::succeeded).toList();
    }

    /** Whether an answer has the settled result. That a replay may lose status and headers is another test's. */
    boolean settles(Answer answer) {
        return answer.succeeded() && answer.text().equals(settled.text());
    }

    /** What a request was told whose original had not completed. */
    Optional<Answer> whileOutstanding() {
        return answers.stream().filter(answer -> !settles(answer)).findFirst();
    }

    /** Races until a request is refused, or anything unexpected is seen. */
    static Race run(Probe probe) throws IOException {
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

    private static Race once(Probe probe, Attempt attempt) throws IOException {
        List<Answer> answers = answers(probe, attempt);
        long runs = probe.runs(attempt, answers.toArray(Answer[]::new));
        return new Race(answers, runs, probe.send(attempt));
    }

    private static List<Answer> answers(Probe probe, Attempt attempt) throws IOException {
        int racers = probe.target().racers();
        ExecutorService pool = Executors.newFixedThreadPool(racers);
        List<Exchange> exchanges = new ArrayList<>();
        try {
            for (int i = 0; i < racers; i++) {
                exchanges.add(
                        Exchange.prepare(probe.request(attempt), probe.target().timeout()));
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
            throw new IOException("one of " + racers + " simultaneous requests got no answer: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted");
        } finally {
            pool.shutdownNow();
            for (Exchange exchange : exchanges) {
                exchange.close();
            }
        }
    }
}
