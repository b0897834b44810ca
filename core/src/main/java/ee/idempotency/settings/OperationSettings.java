// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.settings;

import ee.idempotency.Retained;
import java.util.Optional;

/**
 * Names of settings of single operations: {@code idempotency.operation."create-charge".shadow}. Only an operation that a
 * developer has given a name has them; that of any other operation is reported as unknown.
 */
public final class OperationSettings {

    private OperationSettings() {}

    /**
     * {@code true} or {@code false}, default that of {@code idempotency.http.shadow}: whether the operation, a resource
     * method, is watched in shadow mode instead of protected.
     */
    public static String shadow(String operation) {
        return name(operation, "shadow");
    }

    /**
     * A header name: the request header that carries the key of the operation, a resource method, in place of what its
     * annotation or {@code idempotency.http.header} says. Not together with {@link #keyPointer}.
     */
    public static String keyHeader(String operation) {
        return name(operation, "key-header");
    }

    /** A JSON pointer (RFC 6901) such as {@code /id}: the member of the request's JSON body that is the key; likewise. */
    public static String keyPointer(String operation) {
        return name(operation, "key-pointer");
    }

    /**
     * {@code whole}, {@code pointer} or {@code digest}, default what the operation's annotation or else {@code
     * idempotency.retained} says: how much of its outcomes is kept.
     */
    public static String retained(String operation) {
        return name(operation, "retained");
    }

    /** What {@link #retained(String)} is set to; empty if it is not set. Thread-safe. */
    public static Optional<Retained> retained(String operation, SettingsReader reader) {
        String name = retained(operation);
        synchronized (reader) { // a reader notes what it is asked for
            return reader.isSet(name) ? Optional.of(reader.choice(name, Retained.WHOLE)) : Optional.empty();
        }
    }

    private static String name(String operation, String setting) {
        return SettingsReader.PREFIX + "operation.\"" + operation + "\"." + setting;
    }
}
