// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.engine.WithoutText;
import ee.idempotency.outbox.OutboxEvent;
import java.time.Duration;
import java.util.UUID;

/** What this module logs. */
final class OutboxLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.outbox");

    private OutboxLog() {}

    static void started(OutboxSettings settings) {
        if (settings.relay() == OutboxSettings.RelayKind.NONE) {
            LOG.log(INFO, "IDEM-0891 the outbox records events for change data capture; nothing is relayed here");
        } else {
            LOG.log(
                    INFO,
                    "IDEM-0892 the outbox relays events every {0} by {1}",
                    settings.interval().toString(),
                    String.join(", ", settings.chosenSenders()));
        }
    }

    static void notSent(OutboxEvent event, String error) {
        LOG.log(
                event.tries() == 1 ? WARNING : DEBUG,
                "IDEM-0893 {0} was not sent and is tried again (try {1}): {2}",
                event,
                Integer.toString(event.tries()),
                error);
    }

    static void dead(OutboxEvent event, String error) {
        LOG.log(
                ERROR,
                "IDEM-0894 {0} was not sent in {1} tries and holds back its aggregate until an operator retries or"
                        + " discards it: {2}",
                event,
                Integer.toString(event.tries()),
                error);
    }

    static void tooLate(OutboxEvent event) {
        LOG.log(
                WARNING,
                "IDEM-0895 {0} was sent later than " + OutboxSettings.LEASE
                        + " allows; another node may have sent it, too:"
                        + " make the sender''s time-out shorter, or the lease longer",
                event);
    }

    static void runFailed(RuntimeException failed) {
        LOG.log(
                WARNING,
                "IDEM-0896 the relay of the outbox could not go on, and tries again at the next interval",
                WithoutText.in(LOG, failed));
    }

    static void byScheduler(Duration interval) {
        LOG.log(
                INFO,
                "IDEM-0897 this server has not found the EJB timer of the outbox; its scheduler relays every {0}",
                interval.toString());
    }

    static void changed(UUID id, String verb) {
        LOG.log(INFO, "IDEM-0898 an operator has had the dead event {0} {1}", id, verb);
    }

    static void retriedAll(int events) {
        LOG.log(INFO, "IDEM-0899 an operator has {0} dead events of one type tried again", Integer.toString(events));
    }
}
