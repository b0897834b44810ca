// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.InvalidDeploymentException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stops a deployment in which {@code @SignedWebhook} stands where nothing verifies, with all such places in one list. */
public class WebhookExtension implements Extension {

    private WebhookPlaces places = new WebhookPlaces(false);

    /** For CDI. */
    public WebhookExtension() {}

    void start(@Observes BeforeBeanDiscovery discovery) {
        String protect = ConfigProvider.getConfig()
                .getOptionalValue("idempotency.http.protect", String.class)
                .orElse("");
        places = new WebhookPlaces("all".equalsIgnoreCase(protect.strip()));
    }

    /** Every class: the annotation may stand on an interface or a parent of another archive. */
    void see(@Observes ProcessAnnotatedType<?> type) {
        places.see(type.getAnnotatedType().getJavaClass());
    }

    void check(@Observes AfterDeploymentValidation validation) {
        List<String> problems = places.problems();
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new InvalidDeploymentException(problems, List.of(), List.of()));
        }
    }
}
