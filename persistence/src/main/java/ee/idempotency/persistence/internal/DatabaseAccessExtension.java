// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Leaves the beans of one way to the database in the application and takes the others out, before the container looks at
 * what they need: a persistence unit that is not there would stop the deployment.
 */
public final class DatabaseAccessExtension implements Extension {

    /** For the container. */
    public DatabaseAccessExtension() {}

    void newByJpa(@Observes ProcessAnnotatedType<JtaNewTransaction> type) {
        keepFor(DatabaseAccess.JPA, type);
    }

    void currentByJpa(@Observes ProcessAnnotatedType<JtaCurrentTransaction> type) {
        keepFor(DatabaseAccess.JPA, type);
    }

    void newByDataSource(@Observes ProcessAnnotatedType<DataSourceNewTransaction> type) {
        keepFor(DatabaseAccess.DATASOURCE, type);
    }

    void currentByDataSource(@Observes ProcessAnnotatedType<DataSourceCurrentTransaction> type) {
        keepFor(DatabaseAccess.DATASOURCE, type);
    }

    private static void keepFor(DatabaseAccess access, ProcessAnnotatedType<?> type) {
        if (ConfiguredSettings.access() != access) {
            type.veto();
        }
    }
}
