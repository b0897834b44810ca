// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** All settings of a deployment, from MicroProfile Config. */
record DeploymentSettings(EngineSettings engine, ModuleSettings module) {

    /** Reads them with those of every other module; {@code reader} collects what is wrong. */
    static DeploymentSettings check(SettingsReader reader, Config config) {
        DeploymentSettings settings = read(reader);
        ServiceLoader.load(SettingsGroup.class).forEach(group -> group.check(reader));
        reader.checkUnknown(config.getPropertyNames(), System.getenv().keySet());
        return settings;
    }

    /** Reads them again where the deployment has already checked them. */
    static DeploymentSettings checked() {
        SettingsReader reader = reader(ConfigProvider.getConfig());
        DeploymentSettings settings = read(reader);
        reader.finish();
        return settings;
    }

    /** The same with another namespace. */
    DeploymentSettings withNamespace(String namespace) {
        return new DeploymentSettings(engine, module.withNamespace(namespace));
    }

    static SettingsReader reader(Config config) {
        return new SettingsReader(name -> config.getConfigValue(name).getValue());
    }

    private static DeploymentSettings read(SettingsReader reader) {
        return new DeploymentSettings(EngineSettings.read(reader), ModuleSettings.read(reader));
    }
}
