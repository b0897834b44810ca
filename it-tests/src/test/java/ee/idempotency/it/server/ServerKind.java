// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.example.server.PayaraMicro;
import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The servers the library is tested on. */
public enum ServerKind {
    /** Payara Micro. */
    PAYARA {
        @Override
        public Server start(Path war, Path directory, Map<String, String> settings) throws IOException {
            return new PayaraServer(PayaraMicro.start(Nodes.options(war, directory, settings), System.out));
        }
    },
    /** WildFly. */
    WILDFLY {
        @Override
        public Server start(Path war, Path directory, Map<String, String> settings) throws IOException {
            return WildFly.start(war, directory, Nodes.environment(settings));
        }
    },
    /** Open Liberty. */
    LIBERTY {
        @Override
        public Server start(Path war, Path directory, Map<String, String> settings) throws IOException {
            return OpenLiberty.start(war, directory, Nodes.environment(settings));
        }
    };

    /** The server of this run: the system property {@code test.server.kind}, Payara without it. */
    public static ServerKind ofThisRun() {
        return valueOf(System.getProperty("test.server.kind", "payara").toUpperCase(Locale.ROOT));
    }

    /**
     * Starts a server on a free port and the database of this run, and returns at once.
     *
     * @param directory a new one, for all that the server writes
     * @param settings go into its environment
     */
    public abstract Server start(Path war, Path directory, Map<String, String> settings) throws IOException;
}
