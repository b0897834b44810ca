// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import ee.idempotency.engine.IdempotencyEngine;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;

/** Stops a deployment that has this adapter but no engine, before any request comes in unprotected. */
public class EngineCheck implements Extension {

    void check(@Observes AfterDeploymentValidation validation, BeanManager beans) {
        if (beans.getBeans(IdempotencyEngine.class).isEmpty()) {
            validation.addDeploymentProblem(new IllegalStateException(Collaborators.NO_ENGINE));
        }
    }
}
