// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.engine.IdempotencyEngine;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;

/** Stops a deployment that has this adapter but no engine, before any request comes in unprotected. */
public class EngineCheck implements Extension {

    private boolean engineFound;

    /** Asked bean by bean: the bean manager of an extension does not see other archives on every server. */
    void look(@Observes ProcessBean<?> processed) {
        engineFound |= processed.getBean().getTypes().contains(IdempotencyEngine.class);
    }

    void check(@Observes AfterDeploymentValidation validation) {
        if (!engineFound) {
            validation.addDeploymentProblem(new IllegalStateException(Collaborators.NO_ENGINE));
        }
    }
}
