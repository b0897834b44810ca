// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has the settings of this module checked with those of all others. */
public final class EncryptionSettingsGroup implements SettingsGroup {

    /** Of the store, which would keep answers where the database can read them. */
    private static final String QUERYABLE_JSON = "idempotency.queryable-json";

    @Override
    public void check(SettingsReader reader) {
        EncryptionSettings.read(reader);
        if ("true".equals(reader.text(QUERYABLE_JSON, "", ".*", "is checked by the store"))) {
            reader.problem(QUERYABLE_JSON + " = true: encrypted answers cannot be queried; set it to false, or take"
                    + " idempotency-encryption out of the deployment");
        }
    }

    /** The settings where the deployment has already checked them. */
    static EncryptionSettings checked() {
        Config config = ConfigProvider.getConfig();
        return EncryptionSettings.read(
                new SettingsReader(name -> config.getConfigValue(name).getValue()));
    }
}
