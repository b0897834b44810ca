// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings as MicroProfile Config has them. */
public final class ConfiguredSettings {

    private ConfiguredSettings() {}

    /**
     * Reads them at every call.
     *
     * @throws InvalidSettingsException listing all that are wrong
     */
    public static HttpSettings read() {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader = new SettingsReader(
                name -> config.getOptionalValue(name, String.class).orElse(null));
        HttpSettings settings = HttpSettings.read(reader);
        reader.finish();
        return settings;
    }
}
