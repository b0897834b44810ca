// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.settings;

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
        return SettingsReader.PREFIX + "operation.\"" + operation + "\".shadow";
    }
}
