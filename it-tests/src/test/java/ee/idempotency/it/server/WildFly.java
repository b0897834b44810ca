// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WildFly with its {@code standalone.xml}; its command line tool has set the data source, once for all of a run. */
final class WildFly {

    private static final ServerProcess.Words WORDS =
            new ServerProcess.Words(Pattern.compile("WFLYSRV0025"), Pattern.compile("WFLYSRV0026|WFLYSRV0056"));
    private static final String QUICK_START =
            "-Xmx768m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true";

    private static @Nullable Path prepared;

    private WildFly() {}

    static Server start(Path war, Path directory, Map<String, String> settings) throws IOException {
        Path base = directory.resolve("standalone");
        Directories.copy(prepared(), base);
        Files.copy(war, base.resolve("deployments/ROOT.war"));
        int port = Nodes.freePort();
        ProcessBuilder command = new ProcessBuilder(List.of(
                home().resolve("bin/standalone.sh").toString(),
                "-c",
                "standalone.xml",
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Nodes.freePort(),
                "-Djboss.management.http.port=" + Nodes.freePort()));
        command.environment().putAll(settings);
        command.environment().put("JAVA_OPTS", QUICK_START);
        return ServerProcess.start(command, port, directory.resolve("server.log"), WORDS);
    }

    private static Path home() {
        return Path.of(System.getProperty("test.wildfly"));
    }

    /** A base directory with the data source of this run. */
    private static synchronized Path prepared() throws IOException {
        if (prepared == null) {
            Path base = Nodes.newDirectory().resolve("standalone");
            Directories.copy(home().resolve("standalone"), base);
            if (Nodes.onPostgreSql()) {
                setDataSource(base);
            }
            prepared = base;
        }
        return prepared;
    }

    private static void setDataSource(Path base) throws IOException {
        Files.copy(Nodes.driver("postgresql"), base.resolve("deployments/postgresql.jar"));
        ProcessBuilder command = new ProcessBuilder(
                home().resolve("bin/jboss-cli.sh").toString(), "--file=" + Nodes.serverFile("wildfly-postgresql.cli"));
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
