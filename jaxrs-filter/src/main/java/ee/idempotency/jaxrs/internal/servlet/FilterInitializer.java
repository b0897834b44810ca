// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.jaxrs.IdempotencyFeature;
import ee.idempotency.jaxrs.internal.operation.ListedClasses;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the servlet filter before all others, and looks at the applications that list their classes. Found by the servlet
 * container; where that does not look into this jar, {@link ServletFilterCheck} notices.
 */
@HandlesTypes({Application.class, IdempotentOperation.class})
public final class FilterInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> found, ServletContext context) {
        if (found != null) {
            ListedClasses listed = new ListedClasses(IdempotencyFeature.class, found);
            found.forEach(listed::check);
        }
        IdempotencyServletFilter.register(context);
    }
}
