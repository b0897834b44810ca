// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What every Jakarta EE container offers under a name of the specification, in the context of the calling component. */
enum ContainerNames {
    /** Asks and marks the current transaction; for every component. */
    REGISTRY("java:comp/TransactionSynchronizationRegistry"),
    /** Begins and ends transactions; not for EJBs whose transactions the container manages. */
    USER_TRANSACTION("java:comp/UserTransaction"),
    /** Runs tasks later, in the context of the component that asked. */
    SCHEDULER("java:comp/DefaultManagedScheduledExecutorService");

    private final String jndiName;

    ContainerNames(String jndiName) {
        this.jndiName = jndiName;
    }

    /** The object of that name; empty where there is none, or where the calling component may not have it. */
    @SuppressWarnings("BanJNDI") // constant names of the specification
    <T> Optional<T> find(Class<T> type) {
        try {
            return Optional.ofNullable(type.cast(new InitialContext().lookup(jndiName)));
        } catch (NamingException notHere) {
            return Optional.empty();
        }
    }
}
