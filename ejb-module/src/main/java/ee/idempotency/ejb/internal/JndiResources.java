// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What containers offer by name: a name of the specification in the context of the calling component, or the server's. */
@SuppressWarnings("ImmutableEnumChecker") // a list of constants that nobody changes
enum JndiResources {
    /** Asks and marks the current transaction; for every component. */
    REGISTRY("java:comp/TransactionSynchronizationRegistry"),
    /** Begins and ends transactions; not for EJBs whose transactions the container manages. */
    USER_TRANSACTION("java:comp/UserTransaction"),
    /** Ends transactions whatever the calling component is; where GlassFish and Payara, and WildFly, have it. */
    MANAGER("java:appserver/TransactionManager", "java:jboss/TransactionManager"),
    /** Runs tasks later, in the context of the component that asked. */
    SCHEDULER("java:comp/DefaultManagedScheduledExecutorService"),
    /** What the application is called; where it is one WAR, what the WAR is called. */
    APPLICATION("java:app/AppName"),
    /** What the module is called that the calling component is in. */
    MODULE("java:module/ModuleName");

    private final List<String> jndiNames;

    JndiResources(String... jndiNames) {
        this.jndiNames = List.of(jndiNames);
    }

    /** The object of that name; empty where there is none, or where the calling component may not have it. */
    <T> Optional<T> find(Class<T> type) {
        return jndiNames.stream()
                .flatMap(name -> look(name).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    @SuppressWarnings("BanJNDI") // constant names
    private static Optional<Object> look(String name) {
        try {
            return Optional.ofNullable(new InitialContext().lookup(name));
        } catch (NamingException notHere) {
            return Optional.empty();
        }
    }
}
