// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.spi.IdempotencyEvent.Shadowed;
import ee.idempotency.spi.ShadowFinding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Says what shadow mode has found, once a minute for each operation and finding; what is as it should be is not said. */
final class ShadowLog {

    private final System.Logger log;
    private final LongSupplier nanoTime;
    private final Map<Shadowed, RepeatedLine> lines = new ConcurrentHashMap<>();

    ShadowLog(System.Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    void found(Shadowed shadowed) {
        if (shadowed.finding() == ShadowFinding.FRESH) {
            return;
        }
        lines.computeIfAbsent(shadowed, first -> RepeatedLine.everyMinute(nanoTime))
                .next()
                .ifPresent(unseen -> log.log(
                        shadowed.finding() == ShadowFinding.REPLAY ? INFO : WARNING,
                        "IDEM-0121 shadow mode: a request of ''{0}'' {1}{2}",
                        shadowed.operation(),
                        said(shadowed.finding()),
                        unseen == 0 ? "" : "; so " + unseen + " more since the line before"));
    }

    private static String said(ShadowFinding finding) {
        return switch (finding) {
            case FRESH -> "would have run";
            case REPLAY -> "would have got the stored answer, and ran again";
            case IN_PROGRESS -> "would have been refused with 409: another one with its key runs";
            case KEY_REUSED -> "would have been refused with 422: its key came before with another payload";
            case KEY_MISSING -> "would have been refused with 400: it has no key";
            case KEY_INVALID -> "would have been refused with 400: its key header is not one key";
            case REQUEST_TOO_LARGE -> "would have been refused with 413: its body is too large";
            case BODY_MALFORMED -> "would have been refused with 400: its body does not end";
            case UNAVAILABLE -> "could not be watched: the store did not answer in time";
            case OTHER_REFUSAL -> "would have been refused, by a resolver of the application or a fault";
            case ANSWER_DIFFERS -> "repeats another one and got a different answer";
            case ANSWER_LOST -> "could not be remembered: the store did not answer in time";
            case RESPONSE_NOT_RETAINED -> "has an answer that would not be kept, so that repeats would be refused";
            case ASYNCHRONOUS -> "is answered asynchronously: it would be INDEPENDENT, whatever mode is asked";
            case BODY_NOT_COMPARED -> "has a body that is not compared in shadow mode";
        };
    }
}
