// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.ClaimRefusedException;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.ClaimGate.Asking;
import ee.idempotency.spi.ClaimGate.Refusal;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.Ownership;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the gates before a claim. Where one refuses, the record is read instead of claimed: a repeat of a completed call is
 * replayed from it, any other repeat goes on to the store, and only a call that has no record is refused; or one that is not
 * settled, where the gate says so. Thread-safe.
 */
final class Gates {

    private final List<Guarded> all;

    Gates(List<? extends ClaimGate> gates) {
        all = gates.stream().filter(Objects::nonNull).map(Guarded::new).toList();
    }

    /**
     * Lets a call through.
     *
     * @return empty if it is to be claimed, otherwise the completed outcome that it repeats
     * @throws ClaimRefusedException if it would run, and may not
     */
    Optional<Outcome.Completed> pass(PendingCall call) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Asking asking = asking(call);
        for (Guarded gate : all) {
            Optional<Refusal> refusal = gate.ask(of -> of.check(asking), Optional.empty());
            if (refusal.isPresent()) {
                return repeated(call, gate, refusal.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome.Completed> repeated(PendingCall call, Guarded gate, Refusal refusal) {
        IdempotencyRecord record =
                call.store().lookup(call.request().recordKey()).orElseThrow(() -> gate.refused(call, refusal));
        boolean isSame =
                record.binding().equals(call.binding()) && call.request().accepts(record.fingerprint());
        if (refusal.alsoTakeovers() && record.outcome().isEmpty()) {
            throw gate.refused(call, refusal);
        }
        return isSame && record.outcome().orElse(null) instanceof Outcome.Completed completed
                ? Optional.of(completed)
                : Optional.empty();
    }

    /** Counts a claim that is new, until it is given back. */
    void acquired(PendingCall call, Ownership ownership) {
        if (all.isEmpty() || ownership.attempt() > 1) {
            return;
        }
        Asking asking = asking(call);
        onEach(gate -> gate.acquired(asking));
        call.watch().onRelease(() -> onEach(gate -> gate.released(asking)));
    }

    private void onEach(Consumer<ClaimGate> what) {
        for (Guarded gate : all) {
            gate.ask(
                    of -> {
                        what.accept(of);
                        return true;
                    },
                    true);
        }
    }

    private static Asking asking(PendingCall call) {
        return new Asking(
                call.binding().tenant(),
                call.binding().operation(),
                call.binding().caller());
    }

    /** A gate that fails admits. */
    private record Guarded(ClaimGate gate, RepeatedLine complaints, RepeatedLine refusals) {

        Guarded(ClaimGate gate) {
            this(gate, RepeatedLine.hourly(), RepeatedLine.everyMinute(System::nanoTime));
        }

        ClaimRefusedException refused(PendingCall call, Refusal refusal) {
            refusals.next()
                    .ifPresent(unseen -> EngineLog.claimRefused(call.subject(), gate.getClass(), refusal, unseen));
            return new ClaimRefusedException(
                    call.subject(),
                    refusal.reason(),
                    refusal.retryAfter(),
                    refusal.limit().orElse(null));
        }

        <T> T ask(Function<ClaimGate, T> question, T otherwise) {
            try {
                return Objects.requireNonNull(question.apply(gate), "a gate answered null");
            } catch (RuntimeException | Error broken) {
                complaints.next().ifPresent(unseen -> EngineLog.gateFailed(gate.getClass(), broken));
                return otherwise;
            }
        }
    }
}
