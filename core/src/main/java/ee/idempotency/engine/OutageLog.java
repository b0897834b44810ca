// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.IdempotencyEvent.StoreCalled;
import java.util.function.LongSupplier;

/**
 * Says when the store stops answering and when it answers again, with its cause, without a line for every call. What a store
 * throws that is no outage gets lines of its own.
 */
final class OutageLog {

    private final System.Logger log;
    private final RepeatedLine outages;
    private final RepeatedLine faults;
    private volatile boolean away;

    OutageLog(System.Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.outages = RepeatedLine.everyMinute(nanoTime);
        this.faults = RepeatedLine.everyMinute(nanoTime);
    }

    void storeCalled(StoreCalled called) {
        Throwable failure = called.failure();
        if (failure == null) {
            answered();
        } else if (failure instanceof StoreUnavailableException) {
            outages.next().ifPresent(unseen -> unavailable(failure, unseen));
        } else if (!(failure instanceof DamagedRecordException)) {
            faults.next().ifPresent(unseen -> failed(called, failure, unseen));
        }
    }

    private void answered() {
        if (away) {
            away = false;
            log.log(INFO, "IDEM-0109 the store answers again");
        }
    }

    private void unavailable(Throwable cause, long unseen) {
        away = true;
        log.log(
                WARNING,
                "IDEM-0108 the store does not answer; protected calls are refused until it does" + alsoUnseen(unseen),
                WithoutText.inOutage(log, cause));
    }

    private void failed(StoreCalled called, Throwable cause, long unseen) {
        log.log(
                ERROR,
                "IDEM-0110 the store failed in its " + called.verb() + ", and not because it is away; report this"
                        + alsoUnseen(unseen),
                WithoutText.in(log, cause));
    }

    private static String alsoUnseen(long unseen) {
        return unseen == 0 ? "" : "; " + unseen + " more calls ended so since the line before";
    }
}
