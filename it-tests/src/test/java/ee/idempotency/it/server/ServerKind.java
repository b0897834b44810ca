// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The servers the library is tested on. */
public enum ServerKind {
    /** Payara Micro. */
    PAYARA {
        @Override
        Server launch(Launch launch) throws IOException {
            return PayaraServer.start(launch);
        }

        @Override
        public Path deployed(Launch launch) {
            return launch.war();
        }

        @Override
        public Launch scanning(Launch launch) {
            Path agent = launch.directory().resolve("scanner.jar");
            ShrinkWrap.create(JavaArchive.class)
                    .addClass(DeploymentScanner.class)
                    .setManifest(new StringAsset("Premain-Class: " + DeploymentScanner.class.getName() + "\n"))
                    .as(ZipExporter.class)
                    .exportTo(agent.toFile());
            return launch.with(JVM_OPTIONS, "-javaagent:" + agent + "=" + launch.war());
        }
    },
    /** WildFly. */
    WILDFLY {
        @Override
        Server launch(Launch launch) throws IOException {
            return WildFly.start(launch);
        }

        @Override
        public Path deployed(Launch launch) {
            return WildFly.deployed(launch);
        }
    },
    /** Open Liberty. */
    LIBERTY {
        @Override
        Server launch(Launch launch) throws IOException {
            return OpenLiberty.start(launch);
        }

        @Override
        public Path deployed(Launch launch) {
            return OpenLiberty.deployed(launch);
        }
    };

    /** The environment variable whose options every JVM takes. */
    static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";

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
        System.out.println("servers: " + this + " with " + launch.war().getFileName() + " and "
                + launch.others().size() + " more");
        return launch(launch);
    }

    /** Has a server that stays for later classes closed when any other is started. */
    public static void closeBeforeNextStart(Runnable close) {
        IDLE.set(close);
    }

    /** The file whose absence undeploys the application, of a server that was started {@link #scanning}. */
    public abstract Path deployed(Launch launch);

    /** The same with a server that watches {@link #deployed}. */
    public Launch scanning(Launch launch) {
        return launch;
    }

    abstract Server launch(Launch launch) throws IOException;
}
