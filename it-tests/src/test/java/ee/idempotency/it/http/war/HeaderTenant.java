// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.spi.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Believes {@code X-Tenant}. */
@ApplicationScoped
public class HeaderTenant implements TenantResolver {

    @Inject
    HttpServletRequest request;

    @Override
    public String currentTenant() {
        String tenant;
        try {
            tenant = request.getHeader("X-Tenant");
        } catch (IllegalStateException noRequest) { // on other threads
            tenant = null;
        }
        return tenant == null ? DEFAULT_TENANT : tenant;
    }
}
