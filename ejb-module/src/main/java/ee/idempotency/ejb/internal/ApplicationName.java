// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The name of this application, the same on all nodes that deploy it under one name: what its keys are apart from those of
 * others by, where {@code idempotency.namespace} says nothing else. Jakarta EE makes it unique on a server (Platform 10,
 * section 8.1.1) and takes it from the file or the descriptor. Looked up once, at the start, on a thread of the container:
 * others do not have the name.
 */
@ApplicationScoped
public class ApplicationName {

    private String name = "";

    @PostConstruct
    void look() {
        name = of(
                JndiResources.APPLICATION.find(String.class).orElse(""),
                isOfOneModule() ? JndiResources.MODULE.find(String.class).orElse("") : "");
    }

    /** So that it is looked up now. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object started) {}

    /** Several modules of an application may share this library, in the lib of an EAR; they are one application then. */
    private static boolean isOfOneModule() {
        CodeSource source = ApplicationName.class.getProtectionDomain().getCodeSource();
        @Nullable URL jar = source == null ? null : source.getLocation();
        return jar != null && jar.getPath().contains("/WEB-INF/");
    }

    /** One name of two, without versions; empty if there is none. */
    static String of(String application, String module) {
        String own = withoutVersion(application);
        String part = withoutVersion(module);
        String all = own.isEmpty() || part.isEmpty() || own.equals(part) ? own + part : own + "." + part;
        return (own.equals(part) ? own : all).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** Without what Maven and servers append, {@code -1.2.0-SNAPSHOT}, {@code ##12}, {@code :beta}: an upgrade keeps its keys. */
    private static String withoutVersion(String name) {
        String deployed = name.replaceFirst("(##|:).*$", "");
        String release = deployed.replaceFirst("[.-](SNAPSHOT|Final|GA|RELEASE)$", "");
        String plain = release.replaceFirst("-[0-9]+\\.[0-9.]+$", "");
        return plain.equals(release) ? deployed : plain;
    }

    String name() {
        return name;
    }
}
