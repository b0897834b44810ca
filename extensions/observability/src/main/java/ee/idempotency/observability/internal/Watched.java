// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The application that is watched.
 *
 * @param name what all its series are labelled with: unique on its server, as Jakarta EE demands of names of applications
 * @param operations which of its operations are named
 */
record Watched(ObservabilitySettings settings, String name, OperationNames operations) {

    /** The name of the application that is starting, with the module's if it has several. */
    static String nameOfThisApplication() {
        String application = look("java:app/AppName");
        String module = look("java:module/ModuleName");
        if (application.isEmpty()) {
            return module.isEmpty() ? "unnamed" : module;
        }
        return module.isEmpty() || module.equals(application) ? application : application + "/" + module;
    }

    @SuppressWarnings("BanJNDI") // constant names
    private static String look(String name) {
        try {
            return new InitialContext().lookup(name) instanceof String text ? text : "";
        } catch (NamingException notHere) {
            return "";
        }
    }
}
