// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings as MicroProfile Config has them. */
public final class ConfiguredSettings {

    private ConfiguredSettings() {}

    /** How the database is reached; the default where the setting is wrong, which the check of all settings reports. */
    static DatabaseAccess access() {
        return StoreSettings.access(reader());
    }

    /** The JNDI name of the data source. */
    static String dataSource() {
        return reader().text(StoreSettings.DATASOURCE, "java:comp/DefaultDataSource", ".+", "must not be empty");
    }

    /**
     * Reads them again.
     *
     * @throws InvalidSettingsException listing all that are wrong
     */
    public static StoreSettings read() {
        SettingsReader reader = reader();
        StoreSettings settings = StoreSettings.read(reader);
        reader.finish();
        return settings;
    }

    private static SettingsReader reader() {
        Config config = ConfigProvider.getConfig();
        return new SettingsReader(
                name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
