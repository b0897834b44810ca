// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives Hibernate the transaction manager of Payara and GlassFish, which it does not find by itself. Found as a
 * service by every persistence unit of the application; says nothing on other servers.
 */
public final class ServerJtaPlatform implements JtaPlatformProvider {

    private static final String TRANSACTION_MANAGER = "java:appserver/TransactionManager";

    /** For the service loader. */
    public ServerJtaPlatform() {}

    @Override
    // a constant name
    @SuppressWarnings("BanJNDI")
    public @Nullable JtaPlatform getProvidedJtaPlatform() {
        try {
            new InitialContext().lookup(TRANSACTION_MANAGER);
            return PayaraCalls.find()
                    .<JtaPlatform>map(PayaraJtaPlatform::new)
                    .orElseGet(ServerJtaPlatform::withoutCalls);
        } catch (NamingException otherServer) {
            return null;
        }
    }

    private static JtaPlatform withoutCalls() {
        StoreLog.callsUnknown();
        return new SunOneJtaPlatform();
    }
}
