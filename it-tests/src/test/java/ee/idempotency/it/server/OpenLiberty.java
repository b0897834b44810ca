// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Open Liberty with the {@code server.xml} that the example ships. */
final class OpenLiberty {

    private static final Pattern FAILURE = Pattern.compile("CWWKZ0002E|CWWKZ0012I|CWWKE0054I");

    private static final List<String> QUICK_START =
            List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en");

    private OpenLiberty() {}

    static Server start(Launch launch) throws IOException {
        Path server = directory(launch);
        Files.createDirectories(server.resolve("apps"));
        Files.createDirectories(server.resolve("lib"));
        Files.copy(launch.war(), deployed(launch));
        for (Path other : launch.others()) {
            Files.createDirectories(server.resolve("dropins"));
            Files.copy(other, server.resolve("dropins").resolve(other.getFileName()));
        }
        Files.copy(Nodes.driver(Nodes.database()), server.resolve("lib/driver.jar"));
        configuration(launch).writeTo(server.resolve("server.xml"));
        Files.write(server.resolve("jvm.options"), QUICK_START);
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("test.liberty"), "bin/server").toString(), "run", "defaultServer");
        command.environment().putAll(launch.environment());
        command.environment().put("JAVA_HOME", ServerJava.home().toString());
        command.environment().put("WLP_USER_DIR", launch.directory().toString());
        command.environment().put("HTTP_PORT", Integer.toString(launch.port()));
        command.environment().put("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
        return ServerProcess.start(command, launch, FAILURE);
    }

    private static Path directory(Launch launch) {
        return launch.directory().resolve("servers/defaultServer");
    }

    static Path deployed(Launch launch) {
        return directory(launch).resolve("apps/application.war");
    }

    private static Shipped configuration(Launch launch) throws IOException {
        Shipped configuration = new Shipped(Nodes.serverFile("liberty-" + Nodes.database() + ".xml"))
                .replace(
                        "maxPoolSize=\"" + Launch.SHIPPED_CONNECTIONS + "\"",
                        "maxPoolSize=\"" + launch.connections() + "\"");
        if (launch.ownDataSource()) {
            configuration.replace("<dataSource id=\"DefaultDataSource\"", "<dataSource jndiName=\"jdbc/payments\"");
        }
        if (launch.threads() > 0) {
            String threads = Integer.toString(launch.threads());
            configuration.replace(
                    "coreThreads=\"40\"", "coreThreads=\"" + threads + "\" maxThreads=\"" + threads + "\"");
        }
        return configuration;
    }
}
