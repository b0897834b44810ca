// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.operation.OperationReader;
import ee.idempotency.spi.RequestVerifier;
import ee.idempotency.webhooks.SignedWebhook;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Verifies the requests of methods with {@link SignedWebhook}. */
@ApplicationScoped
public class WebhookVerifier implements RequestVerifier {

    private WebhookSettings settings = new WebhookSettings(Map.of());
    private InstantSource clock = InstantSource.system();

    @PostConstruct
    void start() {
        start(WebhookSettingsGroup.checked(), InstantSource.system());
    }

    void start(WebhookSettings given, InstantSource time) {
        settings = given;
        clock = time;
        given.senders().values().forEach(WebhookLog::sender);
    }

    @Override
    public Optional<Check> checkOf(Class<?> resourceClass, Method method) {
        OperationReader reader = new OperationReader(resourceClass);
        return Stream.<AnnotatedElement>concat(reader.declarationsOf(method).stream(), reader.types().stream())
                .map(place -> place.getDeclaredAnnotation(SignedWebhook.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(annotation -> check(annotation.value()));
    }

    private Check check(String name) {
        Sender sender = settings.senders().get(name);
        if (sender == null) {
            throw new IllegalArgumentException("@SignedWebhook(\"" + name + "\"): there is no such sender; the setting "
                    + WebhookSettings.SENDERS + " has "
                    + (settings.senders().isEmpty()
                            ? "none"
                            : String.join(", ", new TreeSet<>(settings.senders().keySet()))));
        }
        return request -> sender.verify(request, clock.instant());
    }
}
