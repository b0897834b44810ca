// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the records of a store, for administration: see {@link IdempotencyStore#records()}. It changes and locks nothing,
 * and reads no bodies.
 *
 * <p>Records are visited in the order of the index that the sweep uses, by {@code expiresAt} and then by record key, so
 * that claims need no further index. A page is therefore a number of records <em>visited</em>; what the filter leaves
 * out is counted but not listed, so a page may be empty and still have a next one. A record that expires, is renewed or
 * is claimed between two pages may be listed twice or not at all. A claim that another transaction holds uncommitted is
 * not visible. Thread-safe.
 */
public interface RecordBrowser {

    /** The most records that one page visits. */
    int MAX_PAGE = 1000;

    /**
     * One page.
     *
     * @param filter what is listed
     * @param after where the page before ended; empty for the first page
     * @param limit how many records to visit, 1 to {@value #MAX_PAGE}
     * @throws IllegalArgumentException if {@code limit} is out of range
     * @throws StoreUnavailableException if the store does not answer
     */
    Page page(Filter filter, Optional<Position> after, int limit);

    /**
     * Checks the size of a page, for implementations.
     *
     * @throws IllegalArgumentException if it is not 1 to {@value #MAX_PAGE}
     */
    static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("A page visits 1 to " + MAX_PAGE + " records, not " + limit);
        }
    }

    /**
     * What is listed: records for which every condition holds. Records past their expiry are absent, as for every verb.
     *
     * @param states the states to list; empty for none
     * @param onlyLeaseOver only claims in progress whose lease has run out, by the store's clock: the owner was not heard
     *     of, and no other attempt has taken over
     * @param onLeaseLost only records of operations that do this when their lease is lost; empty for all
     * @param tenant only this tenant's records; empty for all
     * @param operation only this operation's records; empty for all
     * @param caller only this caller's records; empty for all
     * @param key only records of this key; empty for all. With a tenant, an operation and a caller beside it, {@link
     *     Binding#recordKey()} and {@link IdempotencyStore#lookup} find the one record at once
     */
    record Filter(
            Set<State> states,
            boolean onlyLeaseOver,
            Optional<OnLeaseLost> onLeaseLost,
            Optional<String> tenant,
            Optional<String> operation,
            Optional<String> caller,
            Optional<String> key) {

        /** Every record. */
        public static final Filter ALL = inState(State.values());

        /** Copies the set. */
        public Filter {
            states = Set.copyOf(states);
        }

        /** Every record in one of these states. */
        public static Filter inState(State... states) {
            Optional<String> any = Optional.empty();
            return new Filter(Set.of(states), false, Optional.empty(), any, any, any, any);
        }

        /** Claims in progress whose lease has run out. */
        public static Filter leaseOver() {
            Filter inProgress = inState(State.IN_PROGRESS);
            Optional<String> any = Optional.empty();
            return new Filter(inProgress.states, true, Optional.empty(), any, any, any, any);
        }

        /**
         * Claims whose lease has run out under {@link OnLeaseLost#NEVER_RE_EXECUTE}: nobody knows how they ended, and they
         * stay until somebody resolves them.
         */
        public static Filter unresolved() {
            Filter over = leaseOver();
            Optional<OnLeaseLost> never = Optional.of(OnLeaseLost.NEVER_RE_EXECUTE);
            return new Filter(over.states, true, never, over.tenant, over.operation, over.caller, over.key);
        }

        /** The same for one tenant. */
        public Filter ofTenant(String only) {
            return new Filter(states, onlyLeaseOver, onLeaseLost, Optional.of(only), operation, caller, key);
        }

        /** The same for one operation. */
        public Filter ofOperation(String only) {
            return new Filter(states, onlyLeaseOver, onLeaseLost, tenant, Optional.of(only), caller, key);
        }

        /** The same for one caller. */
        public Filter ofCaller(String only) {
            return new Filter(states, onlyLeaseOver, onLeaseLost, tenant, operation, Optional.of(only), key);
        }

        /** The same for one key. */
        public Filter ofKey(String only) {
            return new Filter(states, onlyLeaseOver, onLeaseLost, tenant, operation, caller, Optional.of(only));
        }

        /** Whether a record that has not expired is listed. */
        public boolean lists(Summary record) {
            Binding binding = record.binding();
            return states.contains(record.state())
                    && (!onlyLeaseOver || record.leaseIsOver())
                    && isAnyOr(onLeaseLost, record.onLeaseLost())
                    && isAnyOr(tenant, binding.tenant())
                    && isAnyOr(operation, binding.operation())
                    && isAnyOr(caller, binding.caller())
                    && isAnyOr(key, binding.key());
        }

        private static <T> boolean isAnyOr(Optional<T> wanted, T actual) {
            return wanted.isEmpty() || wanted.get().equals(actual);
        }

        /** Says whether a caller or a key is asked for; never which. */
        @Override
        public String toString() {
            return "Filter[states=" + states + ", onlyLeaseOver=" + onlyLeaseOver + ", onLeaseLost=" + onLeaseLost
                    + ", tenant=" + tenant + ", operation=" + operation + ", caller=" + said(caller) + ", key="
                    + said(key) + "]";
        }

        private static String said(Optional<String> secret) {
            return secret.isPresent() ? "one" : "all";
        }
    }

    /**
     * A place in the order of records.
     *
     * @param expiresAt of the last record visited
     * @param recordKey of the last record visited, as the store has it
     */
    record Position(Instant expiresAt, RecordKey recordKey) {}

    /**
     * One page.
     *
     * @param records those that the filter lists, in order
     * @param visited how many records were looked at
     * @param next where to go on; empty if no record follows
     */
    record Page(List<Summary> records, int visited, Optional<Position> next) {

        /** Copies the list. */
        public Page {
            records = List.copyOf(records);
        }
    }

    /**
     * A record without its outcome. All times are of the store's clock.
     *
     * @param recordKey the primary key
     * @param binding what it is bound to
     * @param state where it stands
     * @param attempt how many attempts have owned it
     * @param version changes with every takeover and outcome, and with every administrative write: what a write that
     *     follows from this summary names
     * @param leaseUntil while in progress, until when its owner may be silent; empty otherwise
     * @param leaseIsOver whether it is in progress and its lease has run out
     * @param onLeaseLost what happens when the lease runs out
     * @param createdAt when its key was first claimed
     * @param expiresAt from when it counts as absent
     */
    record Summary(
            RecordKey recordKey,
            Binding binding,
            State state,
            int attempt,
            int version,
            Optional<Instant> leaseUntil,
            boolean leaseIsOver,
            OnLeaseLost onLeaseLost,
            Instant createdAt,
            Instant expiresAt) {

        /** A record as it was read at {@code now}. */
        public static Summary of(IdempotencyRecord record, Instant now) {
            return new Summary(
                    record.recordKey(),
                    record.binding(),
                    record.state(),
                    record.attempt(),
                    record.version(),
                    record.leaseUntil(),
                    record.leaseUntil().filter(end -> !now.isBefore(end)).isPresent(),
                    record.onLeaseLost(),
                    record.createdAt(),
                    record.expiresAt());
        }

        /** The same record under another key. */
        public Summary withKey(RecordKey key) {
            return new Summary(
                    key, binding, state, attempt, version, leaseUntil, leaseIsOver, onLeaseLost, createdAt, expiresAt);
        }
    }
}
