// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.Operation;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** What is asked first: who asks, and how the application protects what. */
public final class Overview {

    private Overview() {}

    /** As JSON; the store is not asked. */
    public static JsonObject of(String actor, Rights rights, boolean isAvailable, OperationCatalog catalog) {
        JsonArrayBuilder operations = Json.createArrayBuilder();
        catalog.all().forEach(operation -> operations.add(of(operation)));
        JsonObjectBuilder settings = Json.createObjectBuilder();
        settings().given().forEach(settings::add);
        return Json.createObjectBuilder()
                .add("actor", actor)
                .add("mayOperate", rights.mayOperate())
                .add("mayReveal", rights.mayReveal())
                .add("isAvailable", isAvailable)
                .add("operations", operations)
                .add("settings", settings)
                .build();
    }

    private static JsonObjectBuilder of(Operation operation) {
        OperationOptions options = operation.options();
        return Json.createObjectBuilder()
                .add("operation", operation.name())
                .add("where", operation.where())
                .add("key", operation.key())
                .add("mode", options.mode().name())
                .add("modeChosen", options.modeChosen())
                .add("lease", options.lease().toString())
                .add("retention", options.retention().toString())
                .add("onLeaseLost", options.onLeaseLost().name());
    }

    /** Has read the settings of operations and of every module that has a group of them. */
    private static SettingsReader settings() {
        Config config = ConfigProvider.getConfig();
        SettingsReader reader =
                new SettingsReader(name -> config.getConfigValue(name).getValue());
        EngineSettings.read(reader);
        ServiceLoader.load(SettingsGroup.class).forEach(group -> group.check(reader));
        return reader;
    }
}
