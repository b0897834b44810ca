// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.form;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the form filter before all others. Found by the servlet container. */
public final class FormFilterInitializer implements ServletContainerInitializer {

    private static final String NAME = "idempotency-form";

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, new FormBodyFilter());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }
}
