// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Objects that the server has under names. */
final class Jndi {

    private Jndi() {}

    /**
     * The object that a setting names.
     *
     * @throws IllegalArgumentException if there is none, or one of another type; the message names the setting
     */
    @SuppressWarnings("BanJNDI") // the name comes from the deployer's configuration, never from a request
    static <T> T find(String name, Class<T> type, String setting) {
        Object found;
        try {
            found = new InitialContext().lookup(name);
        } catch (NamingException absent) {
            throw new IllegalArgumentException(
                    setting + ": the server has nothing under '" + name + "'; define a " + type.getSimpleName()
                            + " there",
                    absent);
        }
        if (!type.isInstance(found)) {
            throw new IllegalArgumentException(setting + ": '" + name + "' is no " + type.getName());
        }
        return type.cast(found);
    }
}
