// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has the settings of this module checked with those of all others. */
public final class WebhookSettingsGroup implements SettingsGroup {

    @Override
    public void check(SettingsReader reader) {
        WebhookSettings.read(reader);
    }

    /** The settings where the deployment has already checked them. */
    static WebhookSettings checked() {
        Config config = ConfigProvider.getConfig();
        return WebhookSettings.read(
                new SettingsReader(name -> config.getConfigValue(name).getValue()));
    }
}
