// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has the settings of this module checked with those of all others. */
public final class OutboxSettingsGroup implements SettingsGroup {

    @Override
    public void check(SettingsReader reader) {
        OutboxSettings.read(reader);
    }

    /** The settings where the deployment checks or has checked them. */
    static OutboxSettings checked() {
        Config config = ConfigProvider.getConfig();
        return OutboxSettings.read(
                new SettingsReader(name -> config.getConfigValue(name).getValue()));
    }
}
