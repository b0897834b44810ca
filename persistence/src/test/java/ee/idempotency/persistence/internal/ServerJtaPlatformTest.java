// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.hibernate.engine.transaction.jta.platform.internal.SunOneJtaPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerJtaPlatformTest {

    /** Has all names, as a server has that of its transaction manager. */
    public static final class AllNames implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) {
                    return name;
                }
            };
        }
    }

    @AfterEach
    void forgetNames() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void saysNothingOnOtherServers() {
        assertThat(new ServerJtaPlatform().getProvidedJtaPlatform()).isNull();
    }

    @Test
    void warnsWhereTheServerDoesNotTellItsCalls() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, AllNames.class.getName());
        Logger logger = Logger.getLogger("ee.idempotency.persistence");
        Messages messages = new Messages();
        logger.addHandler(messages);
        try {
            assertThat(new ServerJtaPlatform().getProvidedJtaPlatform()).isExactlyInstanceOf(SunOneJtaPlatform.class);
        } finally {
            logger.removeHandler(messages);
        }
        assertThat(messages.seen).hasSize(1).first().asString().startsWith("IDEM-0502");
    }

    private static final class Messages extends Handler {

        final List<String> seen = new ArrayList<>();

        @Override
        public void publish(LogRecord message) {
            seen.add(message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
