// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.TransactionMode;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent.Subject;
import ee.idempotency.spi.Outcome;
import java.util.Optional;

/**
 * Starts attempts in the mode that their operation asks for: past the gates, and after the wait of those that would rather
 * wait than be refused.
 */
final class AttemptStarters {

    private final AttemptStarter independent;
    private final AttemptStarter joined;
    private final AttemptStarter oneCommit;
    private final WaitLimiter waits;
    private final WaitPermits permits;
    private final RepeatSettings repeats;
    private final EngineSeams seams;
    private final Gates gates;

    AttemptStarters(EngineEnvironment environment) {
        InFlightKeys committed = new InFlightKeys();
        CommittedClaims claims = new CommittedClaims(environment.scheduler(), committed);
        Joining joining = new Joining(environment.transactions());
        this.repeats = environment.repeats();
        this.seams = environment.seams();
        this.gates = new Gates(seams.gates());
        this.independent = new IndependentStarter(claims, environment.transactions());
        this.joined = new JoinedStarter(claims, joining);
        this.oneCommit = new OneCommitStarter(joining, repeats);
        this.waits = new WaitLimiter(committed);
        this.permits = new WaitPermits(repeats.maxWaiters(), repeats.maxWaitersPerKey());
    }

    /** What a call reports to the listeners. */
    static CallWatch watch(ClaimRequest request, OperationOptions options, Listeners listeners) {
        return new CallWatch(
                listeners,
                new Subject(
                        request.binding().operation(),
                        options.mode(),
                        request.recordKey().toString()));
    }

    /** Starts a call and reports how; a replay is reported by the caller, who may yet find that it is no good. */
    BeginResult start(ClaimRequest request, OperationOptions options, StoreCalls store, CallWatch watch) {
        try (WaitPermits.Permit permit = permits.of(request.recordKey())) {
            SealedCall outcomes = SealedCall.prepare(seams.seal(), request, options.retained());
            BeginResult begun = start(new PendingCall(
                    outcomes.known(request),
                    options,
                    store.reportingTo(watch::report),
                    watch,
                    outcomes,
                    repeats,
                    permit));
            if (begun instanceof BeginResult.Replay) {
                watch.ended(true);
            }
            return begun;
        } catch (RuntimeException | Error refusal) {
            watch.refused(refusal);
            watch.ended(true);
            throw refusal;
        }
    }

    private BeginResult start(PendingCall call) {
        Optional<Outcome.Completed> repeated = gates.pass(call);
        if (repeated.isPresent()) {
            return new BeginResult.Replay(call.outcomes().open(repeated.get()));
        }
        AttemptStarter starter = of(call.options().mode());
        BeginResult begun = waits.begin(call, starter::start);
        if (begun instanceof BeginResult.Acquired acquired) {
            gates.acquired(call, acquired.attempt().claim().ownership());
            call.watch().claimed(acquired.attempt().claim().ownership());
        }
        return begun;
    }

    private AttemptStarter of(TransactionMode mode) {
        return switch (mode) {
            case INDEPENDENT -> independent;
            case JOINED -> joined;
            case ONE_COMMIT -> oneCommit;
        };
    }
}
