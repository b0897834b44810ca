// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.ObservabilitySettings;
import ee.idempotency.operation.OperationCatalog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The application that is watched: its name, its operations, its settings. */
@ApplicationScoped
public class Watched {

    @Inject
    Instance<OperationCatalog> catalogs;

    private ObservabilitySettings settings;
    private String name;
    private OperationNames operations;

    @PostConstruct
    void find() {
        settings = ObservabilitySettingsGroup.checked();
        name = applicationName();
        Supplier<OperationCatalog> late = catalogs::get; // it is made with the engine
        operations = new OperationNames(late, settings.operations());
    }

    ObservabilitySettings settings() {
        return settings;
    }

    /** What all its series are labelled with: unique on its server, as Jakarta EE demands of names of applications. */
    String name() {
        return name;
    }

    /** Which of its operations are named. */
    OperationNames operations() {
        return operations;
    }

    Recorder recorder(Meters meters) {
        return new Recorder(meters, operations);
    }

    /** The application's, with the module's if it has several. */
    private static String applicationName() {
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
