// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.internal.operation.PathTemplate;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.operation.KeySource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A protected operation, as it is published.
 *
 * @param application the path of its JAX-RS application, without slashes at its ends, or null where that is not annotated
 * @param httpMethod the HTTP method
 * @param path the template of its path, relative to the application
 * @param name its stable name
 * @param key where the key of a request is
 * @param keyRequired whether a request must bring a key
 * @param options lease, retention and mode
 * @param rereads whether a method of its resource answers repeats of which no body was retained
 * @param settings of its deployment
 */
public record PublishedOperation(
        @Nullable String application,
        String httpMethod,
        String path,
        String name,
        KeySource key,
        boolean keyRequired,
        OperationOptions options,
        boolean rereads,
        HttpSettings settings) {

    /** The name of the header that carries the key; empty if the body does. */
    Optional<String> keyHeader() {
        return switch (key.place()) {
            case USUAL_HEADER -> Optional.of(settings.key().header());
            case HEADER -> Optional.of(key.name());
            case BODY -> Optional.empty();
        };
    }

    /** Whether a path template of the whole deployment is this operation's. */
    boolean isAt(String template) {
        String known = PathTemplate.of(template, "");
        return application == null ? known.endsWith(path) : known.equals(PathTemplate.of(application, path));
    }

    /** The path of an application, as {@link #application}; a proxy of a CDI container stands for its superclass. */
    public static @Nullable String pathOf(@Nullable Application application) {
        Class<?> type =
                application == null ? Object.class : unwrapped(application).getClass();
        for (; type != Object.class; type = type.getSuperclass()) {
            ApplicationPath path = type.getDeclaredAnnotation(ApplicationPath.class);
            if (path != null) {
                return path.value().replaceAll("^/+|/*\\*?$", "");
            }
        }
        return null;
    }

    /** Jersey wraps an application that lists its classes into a {@code ResourceConfig}, which is no class of the API. */
    private static Application unwrapped(Application application) {
        try {
            return application.getClass().getMethod("getApplication").invoke(application) instanceof Application own
                    ? own
                    : application;
        } catch (ReflectiveOperationException notWrapped) {
            return application;
        }
    }
}
