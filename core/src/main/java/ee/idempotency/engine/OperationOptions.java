// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.Retained;
import ee.idempotency.TransactionMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * How one operation is protected. Immutable and thread-safe.
 *
 * @param lease how long an owner may be silent, from {@link #MIN_LEASE} to {@link #MAX_LEASE}
 * @param retention how long an outcome is replayed, counted from the claim, from {@link #MIN_RETENTION} to {@link
 *     #MAX_RETENTION}, and longer than the lease
 * @param onLeaseLost what a repeat may do once the lease ran out
 * @param mode how claim, work and outcome are divided into transactions
 * @param modeChosen whether the application chose the mode; where it did not, a call inside an open transaction is
 *     {@link TransactionMode#JOINED} if the store can do that
 * @param heartbeat whether the lease is renewed by itself while the operation runs; not under {@code ONE_COMMIT}, whose
 *     claim nobody can take over meanwhile
 * @param waitUpTo how long a repeat waits for a first call that still runs, before it is refused; zero for not at all
 * @param failOn exceptions that are stored as the outcome; subclasses count
 * @param retained how much of an outcome is kept
 */
public record OperationOptions(
        Duration lease,
        Duration retention,
        OnLeaseLost onLeaseLost,
        TransactionMode mode,
        boolean modeChosen,
        boolean heartbeat,
        Duration waitUpTo,
        List<Class<? extends Throwable>> failOn,
        Retained retained) {

    /** The shortest lease. */
    public static final Duration MIN_LEASE = Duration.ofSeconds(1);
    /** The longest lease. */
    public static final Duration MAX_LEASE = Duration.ofHours(24);
    /** The shortest retention. */
    public static final Duration MIN_RETENTION = Duration.ofMinutes(1);
    /** The longest retention. */
    public static final Duration MAX_RETENTION = Duration.ofDays(3660);

    /** The longest wait for a first call that still runs. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(30);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value that is out of its range
     */
    public OperationOptions {
        check("lease", lease, MIN_LEASE, MAX_LEASE);
        check("retention", retention, MIN_RETENTION, MAX_RETENTION);
        if (retention.compareTo(lease) <= 0) {
            throw new IllegalArgumentException(
                    "the retention " + retention + " must be longer than the lease " + lease);
        }
        check("wait", waitUpTo, Duration.ZERO, MAX_WAIT);
        failOn = List.copyOf(failOn);
    }

    /** Options that say no more than this: taken over, independent, without heartbeat, wait and failures, whole. */
    public static OperationOptions of(Duration lease, Duration retention) {
        return new OperationOptions(
                lease,
                retention,
                OnLeaseLost.TAKE_OVER,
                TransactionMode.INDEPENDENT,
                true,
                false,
                Duration.ZERO,
                List.of(),
                Retained.WHOLE);
    }

    private static void check(String what, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException("the " + what + " " + value + " must be from " + min + " to " + max);
        }
    }

    /**
     * These options with what an annotation says instead, where it says something.
     *
     * @throws IllegalArgumentException naming a member that cannot be read or is out of its range
     */
    public OperationOptions with(IdempotentOperation annotation) {
        return new OperationOptions(
                duration("lease", annotation.lease(), lease),
                duration("retention", annotation.retention(), retention),
                atMostOne("onLeaseLost", annotation.onLeaseLost(), onLeaseLost),
                atMostOne("mode", annotation.mode(), mode),
                modeChosen || annotation.mode().length > 0,
                heartbeat,
                duration("waitUpTo", annotation.waitUpTo(), waitUpTo),
                List.of(annotation.failOn()),
                atMostOne("retained", annotation.retained(), retained));
    }

    /** All that is wrong with the members of an annotation over these options, each in a sentence; empty if nothing is. */
    public List<String> problemsOf(IdempotentOperation annotation) {
        List<String> problems = new ArrayList<>();
        List<Runnable> members = List.of(
                () -> check("lease", duration("lease", annotation.lease(), lease), MIN_LEASE, MAX_LEASE),
                () -> check(
                        "retention",
                        duration("retention", annotation.retention(), retention),
                        MIN_RETENTION,
                        MAX_RETENTION),
                () -> atMostOne("onLeaseLost", annotation.onLeaseLost(), onLeaseLost),
                () -> atMostOne("mode", annotation.mode(), mode),
                () -> atMostOne("retained", annotation.retained(), retained),
                () -> check("wait", duration("waitUpTo", annotation.waitUpTo(), waitUpTo), Duration.ZERO, MAX_WAIT));
        members.forEach(member -> collect(member, problems));
        if (problems.isEmpty()) {
            collect(() -> with(annotation), problems); // what only two members together can break
        }
        return problems;
    }

    private static void collect(Runnable member, List<String> problems) {
        try {
            member.run();
        } catch (IllegalArgumentException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
    }

    private static <E> E atMostOne(String what, E[] values, E otherwise) {
        if (values.length > 1) {
            throw new IllegalArgumentException(what + " has at most one value");
        }
        return values.length == 0 ? otherwise : values[0];
    }

    private static Duration duration(String what, String text, Duration otherwise) {
        try {
            return text.isEmpty() ? otherwise : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException notDuration) {
            throw new IllegalArgumentException(
                    "the " + what + " '" + text + "' is not an ISO-8601 duration such as PT30S or P7D", notDuration);
        }
    }

    /** The same with another lease. */
    public OperationOptions withLease(Duration other) {
        return new OperationOptions(
                other, retention, onLeaseLost, mode, modeChosen, heartbeat, waitUpTo, failOn, retained);
    }

    /** The same with another retention. */
    public OperationOptions withRetention(Duration other) {
        return new OperationOptions(lease, other, onLeaseLost, mode, modeChosen, heartbeat, waitUpTo, failOn, retained);
    }

    /** The same with another choice for a lost lease. */
    public OperationOptions withOnLeaseLost(OnLeaseLost other) {
        return new OperationOptions(lease, retention, other, mode, modeChosen, heartbeat, waitUpTo, failOn, retained);
    }

    /** The same in another mode. */
    public OperationOptions withMode(TransactionMode other) {
        return new OperationOptions(lease, retention, onLeaseLost, other, true, heartbeat, waitUpTo, failOn, retained);
    }

    /** The same for a call inside an open transaction that the store can join. */
    public OperationOptions insideTransaction() {
        return modeChosen ? this : withMode(TransactionMode.JOINED);
    }

    /** The same with or without heartbeat. */
    public OperationOptions withHeartbeat(boolean other) {
        return new OperationOptions(lease, retention, onLeaseLost, mode, modeChosen, other, waitUpTo, failOn, retained);
    }

    /** The same with another wait for a first call that still runs. */
    public OperationOptions withWaitUpTo(Duration other) {
        return new OperationOptions(
                lease, retention, onLeaseLost, mode, modeChosen, heartbeat, other, failOn, retained);
    }

    /** The same with one more exception that is an answer. */
    public OperationOptions withFailOn(Class<? extends Throwable> failure) {
        List<Class<? extends Throwable>> more = new ArrayList<>(failOn);
        more.add(failure);
        return new OperationOptions(
                lease, retention, onLeaseLost, mode, modeChosen, heartbeat, waitUpTo, more, retained);
    }

    /** The same that keeps another part of an outcome. */
    public OperationOptions withRetained(Retained other) {
        return new OperationOptions(
                lease, retention, onLeaseLost, mode, modeChosen, heartbeat, waitUpTo, failOn, other);
    }

    boolean isAnswer(Throwable thrown) {
        return failOn.stream().anyMatch(type -> type.isInstance(thrown));
    }
}
