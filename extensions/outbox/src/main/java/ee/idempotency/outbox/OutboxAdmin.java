// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What operators do with events that were not sent. An injectable CDI bean; thread-safe. Each verb is one transaction of its
 * own. It asks for no role: what offers it to users must.
 */
public interface OutboxAdmin {

    /** How many events there are in each state, and since when the oldest one waits. */
    Statistics statistics();

    /**
     * Events that were tried {@code idempotency.outbox.max-tries} times, oldest first. Each holds back the later events of its
     * aggregate.
     *
     * @param limit from 1 to 1,000
     */
    List<DeadEvent> dead(int limit);

    /** Has a dead event tried again, as if it had never been; false if there is no dead event of that id. */
    boolean retry(UUID id);

    /** Has all dead events of a type tried again; how many there were. */
    int retryAll(String type);

    /**
     * Gives a dead event up, so that the later ones of its aggregate are sent.
     *
     * @param reason why, kept with the event until it is swept; 10 to 900 characters, without personal data
     * @return false if there is no dead event of that id
     */
    boolean discard(UUID id, String reason);

    /**
     * Figures.
     *
     * @param events how many events there are in each state that has any
     * @param oldestUnsent when the oldest event was recorded that is neither sent, dead nor discarded; empty if there is none
     */
    record Statistics(Map<State, Long> events, Optional<Instant> oldestUnsent) {

        /** Copies the map. */
        public Statistics {
            events = Map.copyOf(events);
        }
    }

    /** What has become of an event. */
    enum State {
        /** It is to be sent, perhaps again. */
        WAITING,
        /** A relay has it. */
        SENDING,
        /** It was sent. */
        SENT,
        /** It was tried as often as the settings allow, and waits for an operator. */
        DEAD,
        /** An operator gave it up. */
        DISCARDED
    }

    /**
     * A dead event, without its payload.
     *
     * @param lastError why the last try failed
     */
    record DeadEvent(
            UUID id,
            String aggregateType,
            String aggregateId,
            String type,
            Instant recordedAt,
            int tries,
            String lastError) {}
}
