// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Whose persistence unit it is. */
final class Provider {

    static final String OTHER = "The persistence unit 'idempotency' is not Hibernate's: name the provider"
            + " org.hibernate.jpa.HibernatePersistenceProvider in it, and put hibernate-core into the application"
            + " where the server has none (Payara brings EclipseLink); or set idempotency.database-access=datasource,"
            + " which needs no persistence unit";

    static final String NOT_INJECTED = "The server has not injected the persistence unit 'idempotency' into"
            + " idempotency-persistence, because it does not look into that jar: put it into WEB-INF/lib, not into the lib of an"
            + " EAR, and write <others/> into the <absolute-ordering> of web.xml; or set idempotency.database-access=datasource,"
            + " which needs no injection";

    private Provider() {}

    /** What is wrong with what the container has injected; null if it has injected nothing. */
    static Optional<String> problemOf(@Nullable EntityManager injected) {
        if (injected == null) {
            return Optional.of(NOT_INJECTED);
        }
        return isHibernate(injected.getEntityManagerFactory()) ? Optional.empty() : Optional.of(OTHER);
    }

    /** Says no too where Hibernate's classes are not there. */
    static boolean isHibernate(EntityManagerFactory factory) {
        try {
            return factory.unwrap(SessionFactory.class) != null;
        } catch (PersistenceException | ClassCastException | IllegalArgumentException | LinkageError other) {
            return false;
        }
    }
}
