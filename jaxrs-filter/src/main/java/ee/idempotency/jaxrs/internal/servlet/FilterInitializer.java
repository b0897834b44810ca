// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the servlet filter before all others. Found by the servlet container. */
public final class FilterInitializer implements ServletContainerInitializer {

    private static final String NAME = "idempotency";

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, new IdempotencyServletFilter());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }
}
