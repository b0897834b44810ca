// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.jaxrs.internal.log.HttpLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.util.List;

/**
 * Sees to it that each web application has the servlet filter. A servlet container runs {@link FilterInitializer} only for
 * jars of {@code WEB-INF/lib} that no {@code <absolute-ordering>} of web.xml leaves out; CDI's event comes anyway.
 */
@ApplicationScoped
public class ServletFilterCheck {

    static final String MISSING =
            "the servlet container has not installed the servlet filter of idempotency-jaxrs-filter, and"
                    + " does not let it be added now: put the jar into WEB-INF/lib, not into the lib of an EAR, and write <others/>"
                    + " into the <absolute-ordering> of web.xml";

    /** For the container. */
    public ServletFilterCheck() {}

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        check(context);
    }

    /**
     * Adds the filter if it is missing.
     *
     * @throws InvalidDeploymentException if the container does not allow that any more
     */
    static void check(ServletContext context) {
        if (IdempotencyServletFilter.isRegistered(context)) {
            return;
        }
        try {
            IdempotencyServletFilter.register(context);
        } catch (IllegalStateException | UnsupportedOperationException tooLate) {
            throw new InvalidDeploymentException(List.of(), List.of(), List.of(MISSING));
        }
        HttpLog.servletFilterAdded(context.getContextPath());
    }
}
