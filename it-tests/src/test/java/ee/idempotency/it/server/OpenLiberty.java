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

/** Open Liberty with the {@code server.xml} that the example ships. */
final class OpenLiberty {

    private static final ServerProcess.Words WORDS =
            new ServerProcess.Words(Pattern.compile("CWWKZ0001I"), Pattern.compile("CWWKZ0002E|CWWKE0054I"));
    private static final List<String> QUICK_START =
            List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en");

    private OpenLiberty() {}

    static Server start(Path war, Path directory, Map<String, String> settings) throws IOException {
        String database = Nodes.onPostgreSql() ? "postgresql" : "h2";
        Path server = directory.resolve("servers/defaultServer");
        Files.createDirectories(server.resolve("apps"));
        Files.createDirectories(server.resolve("lib"));
        Files.copy(war, server.resolve("apps/application.war"));
        Files.copy(Nodes.driver(database), server.resolve("lib/driver.jar"));
        Files.copy(Nodes.serverFile("liberty-" + database + ".xml"), server.resolve("server.xml"));
        Files.write(server.resolve("jvm.options"), QUICK_START);
        int port = Nodes.freePort();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("test.liberty"), "bin/server").toString(), "run", "defaultServer");
        command.environment().putAll(settings);
        command.environment().put("WLP_USER_DIR", directory.toString());
        command.environment().put("HTTP_PORT", Integer.toString(port));
        return ServerProcess.start(command, port, directory.resolve("server.log"), WORDS);
    }
}
