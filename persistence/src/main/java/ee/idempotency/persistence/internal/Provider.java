// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.hibernate.SessionFactory;

/** Whose persistence unit it is. */
final class Provider {

    static final String OTHER = "The persistence unit 'idempotency' is not Hibernate's: name the provider"
            + " org.hibernate.jpa.HibernatePersistenceProvider in it, and put hibernate-core into the application"
            + " where the server has none (Payara brings EclipseLink); or set idempotency.database-access=datasource,"
            + " which needs no persistence unit";

    private Provider() {}

    /** Says no too where Hibernate's classes are not there. */
    static boolean isHibernate(EntityManagerFactory factory) {
        try {
            return factory.unwrap(SessionFactory.class) != null;
        } catch (PersistenceException | ClassCastException | IllegalArgumentException | LinkageError other) {
            return false;
        }
    }
}
