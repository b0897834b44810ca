// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exception may show in a log: classes, places, causes, and what this library has written. What the application, its
 * libraries or a database have written may be a card number, a statement with its values, a body.
 */
public final class WithoutText extends Throwable {

    private static final long serialVersionUID = 1L;

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
        boolean isOurs = original instanceof IdempotencyException
                && original.getClass().getPackageName().equals(IdempotencyException.class.getPackageName());
        if (isOurs) {
            return type + ": " + original.getMessage();
        }
        return original instanceof SQLException failed ? type + " (SQLState " + failed.getSQLState() + ")" : type;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // the class that a trace shows is the original's
    public String toString() {
        return name;
    }
}
