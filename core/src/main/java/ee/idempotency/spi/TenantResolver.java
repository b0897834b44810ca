// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/**
 * Says on whose behalf the current call runs. Provide a CDI bean of this type to separate tenants; without one every
 * call belongs to {@value #DEFAULT_TENANT}.
 */
@FunctionalInterface
public interface TenantResolver {

    /** The tenant of those who have none. */
    String DEFAULT_TENANT = "default";

    /** The tenant of the current call, 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}. Called once a call. */
    String currentTenant();
}
