// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * Lets EJBs that start with the application be {@code @DependsOn("IdempotencySchema")}: some servers start them before CDI's
 * event. Where no EJBs are looked for in this jar, {@link StartupMigrator} migrates without it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencySchema {

    @Inject
    private StartupMigrator migrator;

    /** For the container. */
    public IdempotencySchema() {}

    @PostConstruct
    void start() {
        migrator.migrateOnce();
    }
}
