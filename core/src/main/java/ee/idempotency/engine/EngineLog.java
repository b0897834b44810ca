// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.spi.ClaimGate.Refusal;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Claimed;
import ee.idempotency.spi.IdempotencyEvent.CommitJudged;
import ee.idempotency.spi.IdempotencyEvent.LeaseLost;
import ee.idempotency.spi.IdempotencyEvent.Loss;
import ee.idempotency.spi.IdempotencyEvent.NotSettled;
import ee.idempotency.spi.IdempotencyEvent.Reason;
import ee.idempotency.spi.IdempotencyEvent.Refused;
import ee.idempotency.spi.IdempotencyEvent.ReleaseFailed;
import ee.idempotency.spi.IdempotencyEvent.RenewalEnded;
import ee.idempotency.spi.IdempotencyEvent.ResultNotRetained;
import ee.idempotency.spi.IdempotencyEvent.Shadowed;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import ee.idempotency.spi.IdempotencyEvent.TransactionGone;
import ee.idempotency.spi.IdempotencyEvent.Verdict;
import ee.idempotency.spi.IdempotencyListener;

/** What the engine logs: IDEM-01xx. The first of the listeners. */
final class EngineLog implements IdempotencyListener {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.engine");

    private final OutageLog outages = new OutageLog(LOG, System::nanoTime);
    private final ShadowLog shadows = new ShadowLog(LOG, System::nanoTime);

    @Override
    public void on(IdempotencyEvent event) {
        if (event instanceof StoreCalled called) {
            outages.storeCalled(called);
        } else if (event instanceof Shadowed shadowed) {
            shadows.found(shadowed);
        } else if (event instanceof Claimed claimed) {
            claimed(claimed);
        } else if (event instanceof Refused refused) {
            refused(refused);
        } else if (event instanceof ReleaseFailed notReleased) {
            releaseFailed(notReleased);
        } else if (event instanceof LeaseLost lost) {
            leaseLost(lost);
        } else if (event instanceof RenewalEnded ended) {
            LOG.log(
                    WARNING,
                    "IDEM-0113 {0} has run for its whole retention and is renewed no more; another call may take over",
                    ended.subject());
        } else if (event instanceof ResultNotRetained lost) {
            LOG.log(WARNING, "IDEM-0103 {0} completed, but its result is not kept: {1}", lost.subject(), lost.reason());
        } else if (event instanceof CommitJudged judged && judged.verdict() == Verdict.COMMITTED) {
            LOG.log(
                    INFO,
                    "IDEM-0105 " + judged.subject() + " was committed although its commit failed to say so",
                    WithoutText.in(LOG, judged.cause()));
        } else if (event instanceof NotSettled notSettled && notSettled.reason() == Loss.REJECTION_NOT_KEPT) {
            LOG.log(
                    INFO,
                    "IDEM-0106 {0} failed, which is not kept: its caller''s transaction is rolled back",
                    notSettled.subject());
        } else if (event instanceof TransactionGone gone) {
            LOG.log(
                    WARNING,
                    gone.rolledBack()
                            ? "IDEM-0112 the transaction of {0} was rolled back while it ran, by the transaction manager"
                                    + " because it lasted longer than its time-out, or by the operation itself; raise the"
                                    + " time-out, or use INDEPENDENT"
                            : "IDEM-0107 {0} ended the transaction it shares with its outcome; use INDEPENDENT, or leave"
                                    + " the transaction alone",
                    gone.subject());
        }
    }

    private static void claimed(Claimed claimed) {
        if (claimed.takeover()) {
            LOG.log(
                    INFO,
                    "IDEM-0111 {0} runs again, as attempt {1}: the lease of the attempt before had run out; its node may"
                            + " have died, or the lease is too short",
                    claimed.subject(),
                    Integer.toString(claimed.attempt()));
        }
    }

    private static void refused(Refused refused) {
        if (refused.reason() == Reason.DAMAGED_RECORD) {
            LOG.log(
                    WARNING,
                    "IDEM-0114 {0} has a damaged record, which is not replayed; restore or delete it",
                    refused.subject());
        } else if (refused.reason() == Reason.KEY_COLLISION) {
            LOG.log(
                    WARNING,
                    "IDEM-0115 {0} was refused: its record belongs to another key of the same record key",
                    refused.subject());
        }
    }

    private static void releaseFailed(ReleaseFailed notReleased) {
        if (notReleased.failure() == null) {
            LOG.log(INFO, "IDEM-0101 {0} was no longer owned when its key was to be given back", notReleased.subject());
        } else {
            LOG.log(
                    WARNING,
                    "IDEM-0102 " + notReleased.subject() + " could not be given back; its claim ends with its lease",
                    WithoutText.in(LOG, notReleased.failure()));
        }
    }

    private static void leaseLost(LeaseLost lost) {
        String what = lost.certain()
                ? " lost its claim while it ran; its outcome will be refused"
                : " could not be renewed for its whole lease; its outcome is stored if no other attempt takes over";
        LOG.log(WARNING, "IDEM-0104 " + lost.subject() + what, WithoutText.in(LOG, lost.cause()));
    }

    static void claimRefused(String subject, Class<?> gate, Refusal refusal, long unseen) {
        LOG.log(
                WARNING,
                "IDEM-0120 {0} may not run now, says the gate {1}: {2}; {3} more were refused since the line before;"
                        + " repeats of settled calls go on",
                subject,
                gate.getName(),
                refusal.reason(),
                Long.toString(unseen));
    }

    static void gateFailed(Class<?> gate, Throwable cause) {
        LOG.log(
                WARNING,
                "IDEM-0117 the gate " + gate.getName() + " failed, which admits the call; this line comes once an hour",
                WithoutText.in(LOG, cause));
    }

    static void listenerFailed(Class<?> listener, Throwable cause) {
        LOG.log(
                WARNING,
                "IDEM-0116 the listener " + listener.getName() + " failed, which changes no answer; this line comes"
                        + " once an hour",
                WithoutText.in(LOG, cause));
    }
}
