// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.settings;

/**
 * The settings of one module. Found with {@link java.util.ServiceLoader} at deployment, so that wrong settings of all
 * modules come in one list.
 */
@FunctionalInterface
public interface SettingsGroup {

    /** Reads every setting of the module; {@code reader} collects what is wrong. */
    void check(SettingsReader reader);
}
