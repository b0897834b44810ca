// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The servers the library is tested on. */
public enum ServerKind {
    /** Payara Micro. */
    PAYARA {
        @Override
        Server launch(Launch launch) throws IOException {
            return PayaraServer.start(launch);
        }
    },
    /** WildFly. */
    WILDFLY {
        @Override
        Server launch(Launch launch) throws IOException {
            return WildFly.start(launch);
        }
    },
    /** Open Liberty. */
    LIBERTY {
        @Override
        Server launch(Launch launch) throws IOException {
            return OpenLiberty.start(launch);
        }
    };

    private static final AtomicReference<Runnable> IDLE = new AtomicReference<>(() -> {});

    /** The server of this run: the system property {@code test.server.kind}, Payara without it. */
    public static ServerKind ofThisRun() {
        return valueOf(System.getProperty("test.server.kind", "payara").toUpperCase(Locale.ROOT));
    }

    /** The JNDI name of a data source that is not the default. */
    public String ownDataSource() {
        return this == WILDFLY ? "java:jboss/datasources/PaymentsDS" : "jdbc/payments";
    }

    /** Starts a server and returns at once; what {@link #closeBeforeNextStart} has left is closed first. */
    public final Server start(Launch launch) throws IOException {
        Runnable closing = IDLE.getAndSet(() -> {});
        closing.run();
        return launch(launch);
    }

    /** Has a server that stays for later classes closed when any other is started. */
    public static void closeBeforeNextStart(Runnable close) {
        IDLE.set(close);
    }

    abstract Server launch(Launch launch) throws IOException;
}
