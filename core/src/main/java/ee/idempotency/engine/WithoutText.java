// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import ee.idempotency.ResultCodecException;
import ee.idempotency.SignatureRefusedException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an exception may show in a log: classes, places, causes, and what this library has written. What the application, its
 * libraries or a database have written may be a card number, a statement with its values, a body.
 */
public final class WithoutText extends Throwable {

    private static final long serialVersionUID = 1L;

    /** Data exceptions, violated constraints, violated check options: databases quote the value or the whole row. */
    private static final Set<String> CLASSES_THAT_QUOTE = Set.of("22", "23", "44");

    private static final String OUR_PACKAGES = "ee.idempotency.";
    private static final int DEEPEST = 32;

    private final String name;

    private WithoutText(Throwable original, @Nullable Throwable cause) {
        super(null, cause);
        this.name = nameOf(original);
        setStackTrace(original.getStackTrace());
    }

    /** The cause of a line: as it is where the logger shows DEBUG, since somebody then wants to read all of it. */
    public static Throwable in(System.Logger log, Throwable original) {
        return log.isLoggable(System.Logger.Level.DEBUG) ? original : of(original);
    }

    /**
     * The cause of an outage, which keeps its text: it says who did not answer, and why. Not where the database refused values,
     * since it quotes them then.
     */
    public static Throwable inOutage(System.Logger log, Throwable original) {
        return quotesValues(original) ? in(log, original) : original;
    }

    private static boolean quotesValues(Throwable original) {
        return Stream.iterate(original, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(SQLException.class::isInstance)
                .map(failed -> String.valueOf(((SQLException) failed).getSQLState()))
                .anyMatch(state -> CLASSES_THAT_QUOTE.stream().anyMatch(state::startsWith));
    }

    /** The same exception, its causes and what it has suppressed, without foreign text. */
    static Throwable of(Throwable original) {
        return copy(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static WithoutText copy(Throwable original, Set<Throwable> known) {
        known.add(original);
        Throwable cause = original.getCause();
        WithoutText copy =
                new WithoutText(original, cause == null || known.contains(cause) ? null : copy(cause, known));
        for (Throwable suppressed : original.getSuppressed()) {
            if (!known.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, known));
            }
        }
        return copy;
    }

    private static String nameOf(Throwable original) {
        String type = original.getClass().getName();
        if (isOurs(original)) {
            return type + ": " + original.getMessage();
        }
        return original instanceof SQLException failed ? type + " (SQLState " + failed.getSQLState() + ")" : type;
    }

    /** Whether this library has written the text: its codecs, verifiers, seals and stores may be the application's. */
    private static boolean isOurs(Throwable original) {
        boolean isOurType = original instanceof IdempotencyException
                && original.getClass().getPackageName().equals(IdempotencyException.class.getPackageName());
        boolean isForOthers = original instanceof ResultCodecException || original instanceof SignatureRefusedException;
        return isOurType && !isForOthers && isMadeHere(original.getStackTrace());
    }

    private static boolean isMadeHere(StackTraceElement[] trace) {
        return trace.length > 0 && trace[0].getClassName().startsWith(OUR_PACKAGES);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // the class that a trace shows is the original's
    public String toString() {
        return name;
    }
}
