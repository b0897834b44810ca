// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.RecordBrowser.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many records there are.
 *
 * @param operations the operations, by name
 * @param visited how many records were counted
 * @param isComplete whether these are all; otherwise those that expire first
 */
public record Statistics(List<OfOperation> operations, int visited, boolean isComplete) {

    /** Copies the list. */
    public Statistics {
        operations = List.copyOf(operations);
    }

    /**
     * The records of one operation that have not expired.
     *
     * @param operation its name
     * @param inProgress how many are in progress, the next two included
     * @param leaseOver how many of these have an owner that is silent, and may be taken over
     * @param unresolved how many have one that is silent, and may not: somebody has to find out how they ended
     * @param completed how many have an answer to replay
     * @param failed how many have a failure to report
     * @param oldestSilent since when the first of the silent owners is silent; empty if none is
     */
    public record OfOperation(
            String operation,
            long inProgress,
            long leaseOver,
            long unresolved,
            long completed,
            long failed,
            Optional<Instant> oldestSilent) {

        private static OfOperation none(String operation) {
            return new OfOperation(operation, 0, 0, 0, 0, 0, Optional.empty());
        }

        private OfOperation plus(Summary record) {
            boolean never = record.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE;
            return switch (record.state()) {
                case COMPLETED ->
                    new OfOperation(operation, inProgress, leaseOver, unresolved, completed + 1, failed, oldestSilent);
                case FAILED ->
                    new OfOperation(operation, inProgress, leaseOver, unresolved, completed, failed + 1, oldestSilent);
                case IN_PROGRESS ->
                    new OfOperation(
                            operation,
                            inProgress + 1,
                            leaseOver + (record.leaseIsOver() && !never ? 1 : 0),
                            unresolved + (record.leaseIsOver() && never ? 1 : 0),
                            completed,
                            failed,
                            record.leaseIsOver() ? earlier(record.leaseUntil()) : oldestSilent);
            };
        }

        private Optional<Instant> earlier(Optional<Instant> end) {
            return oldestSilent
                    .filter(known -> end.isEmpty() || known.isBefore(end.get()))
                    .or(() -> end);
        }
    }

    /** Counts. */
    static final class Counter {

        private final Map<String, OfOperation> counts = new TreeMap<>();

        void add(Summary record) {
            String operation = record.binding().operation();
            counts.put(
                    operation,
                    counts.getOrDefault(operation, OfOperation.none(operation)).plus(record));
        }

        List<OfOperation> counts() {
            return new ArrayList<>(counts.values());
        }
    }
}
