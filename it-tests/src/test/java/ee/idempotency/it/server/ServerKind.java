// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.util.Locale;

/** The servers the library is tested on. */
public enum ServerKind {
    /** Payara Micro. */
    PAYARA {
        @Override
        public Server start(Launch launch) throws IOException {
            return PayaraServer.start(launch);
        }
    },
    /** WildFly. */
    WILDFLY {
        @Override
        public Server start(Launch launch) throws IOException {
            return WildFly.start(launch);
        }
    },
    /** Open Liberty. */
    LIBERTY {
        @Override
        public Server start(Launch launch) throws IOException {
            return OpenLiberty.start(launch);
        }
    };

    /** The server of this run: the system property {@code test.server.kind}, Payara without it. */
    public static ServerKind ofThisRun() {
        return valueOf(System.getProperty("test.server.kind", "payara").toUpperCase(Locale.ROOT));
    }

    /** The JNDI name of a data source that is not the default. */
    public String ownDataSource() {
        return this == WILDFLY ? "java:jboss/datasources/PaymentsDS" : "jdbc/payments";
    }

    /** Starts a server and returns at once. */
    public abstract Server start(Launch launch) throws IOException;
}
