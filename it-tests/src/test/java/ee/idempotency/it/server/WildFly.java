// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WildFly with its {@code standalone.xml}; its command line tool has set the data source, once for all of a run. */
final class WildFly {

    private static final Pattern FAILURE = Pattern.compile("WFLYSRV0026|WFLYSRV0056");
    private static final String QUICK_START =
            "-Xmx768m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true";

    /** The default data source as WildFly ships it. */
    private static final String EXAMPLE = "java:jboss/datasources/ExampleDS";

    private static final String USERS_OF_THE_SERVER = """
                        </handlers>
                        <application-security-domains>
                            <application-security-domain name="other" security-domain="ApplicationDomain"/>
            """;

    /** An application's own identity store may name users whom the server's realm has not (Jakarta Security). */
    private static final String USERS_OF_THE_APPLICATION =
            USERS_OF_THE_SERVER.replace("\"/>", "\" integrated-jaspi=\"false\"/>");

    private static @Nullable Path prepared;

    private WildFly() {}

    static Server start(Launch launch) throws IOException {
        Path base = base(launch);
        Directories.copy(prepared(), base);
        configure(launch, base.resolve("configuration/standalone.xml"));
        Files.copy(launch.war(), deployed(launch));
        for (Path other : launch.others()) {
            Files.copy(other, base.resolve("deployments").resolve(other.getFileName()));
        }
        ProcessBuilder command = new ProcessBuilder(List.of(
                home().resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone.xml",
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + launch.port(),
                "-Djboss.https.port=" + Nodes.freePort(),
                "-Djboss.management.http.port=" + Nodes.freePort()));
        command.environment().putAll(launch.environment());
        command.environment().put("JAVA_HOME", ServerJava.home().toString());
        command.environment().put("JAVA_OPTS", QUICK_START);
        return ServerProcess.start(command, launch, FAILURE);
    }

    private static Path base(Launch launch) {
        return launch.directory().resolve("standalone");
    }

    static Path deployed(Launch launch) {
        return base(launch).resolve("deployments/ROOT.war");
    }

    private static void configure(Launch launch, Path configuration) throws IOException {
        Shipped changed = new Shipped(configuration)
                .replace(poolSize(Launch.SHIPPED_CONNECTIONS), poolSize(launch.connections()))
                .replace(USERS_OF_THE_SERVER, USERS_OF_THE_APPLICATION);
        if (launch.ownDataSource()) {
            changed.replace("datasource=\"java:jboss/datasources/PaymentsDS\"", "datasource=\"" + EXAMPLE + "\"");
        }
        if (launch.threads() > 0) {
            changed.replace(
                    "<worker name=\"default\"/>",
                    "<worker name=\"default\" task-max-threads=\"" + launch.threads() + "\"/>");
        }
        changed.writeTo(configuration);
    }

    private static String poolSize(int connections) {
        return "<max-pool-size>" + connections + "</max-pool-size>";
    }

    private static Path home() {
        return Path.of(System.getProperty("test.wildfly"));
    }

    /** A base directory with the data source of this run. */
    private static synchronized Path prepared() throws IOException {
        if (prepared == null) {
            Path base = Nodes.newDirectory().resolve("standalone");
            Directories.copy(home().resolve("standalone"), base);
            String database = Nodes.database();
            if (!database.equals("h2")) { // WildFly brings that driver
                Files.copy(Nodes.driver(database), base.resolve("deployments/" + database + ".jar"));
            }
            setDataSource(base, Nodes.serverFile("wildfly-" + database + ".cli"));
            prepared = base;
        }
        return prepared;
    }

    private static void setDataSource(Path base, Path script) throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(home().resolve("bin/jboss-cli.sh").toString(), "--file=" + script);
        command.environment().put("JAVA_HOME", ServerJava.home().toString());
        command.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djboss.server.base.dir=" + base);
        Path log = base.resolveSibling("cli.log");
        try {
            int exit = command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("jboss-cli ended with " + exit + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
