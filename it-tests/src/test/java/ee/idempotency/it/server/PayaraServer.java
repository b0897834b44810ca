// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.example.server.PayaraMicro;
import ee.idempotency.it.Nodes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Payara Micro, by the example's launcher and boot commands. All it says is in its log file. */
record PayaraServer(PayaraMicro process) implements Server {

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    static Server start(Launch launch) throws IOException {
        PayaraMicro.Options options = new PayaraMicro.Options(
                ServerJava.home(),
                Path.of(System.getProperty("test.server")),
                launch.war(),
                launch.others(),
                launch.port(),
                launch.directory(),
                bootCommands(launch),
                List.of(Path.of(System.getProperty("test.libraries"))),
                PayaraMicro.Options.QUICK_START,
                Map.of(),
                launch.environment());
        return new PayaraServer(PayaraMicro.start(options, NOWHERE));
    }

    private static Path bootCommands(Launch launch) throws IOException {
        Shipped commands = new Shipped(Nodes.serverFile(Nodes.database() + ".txt"))
                .replace("--maxpoolsize=" + Launch.SHIPPED_CONNECTIONS, "--maxpoolsize=" + launch.connections());
        if (launch.ownDataSource()) {
            commands.replace(
                    "set resources.jdbc-resource.jdbc/__default.pool-name=PaymentsPool",
                    "create-jdbc-resource --connectionpoolid=PaymentsPool jdbc/payments");
        }
        if (launch.threads() > 0) {
            String threads = "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";
            commands.append(threads + "max-thread-pool-size=" + launch.threads());
            commands.append(threads + "min-thread-pool-size=" + Math.min(launch.threads(), 10));
        }
        return commands.writeTo(launch.directory().resolve("boot.txt"));
    }

    @Override
    public void awaitReady(Duration timeout) throws IOException, InterruptedException {
        process.awaitReady(timeout); // quotes the log if it fails
        if (!Readiness.await(this, () -> !process.isAlive(), timeout)) {
            close();
            throw new IOException("The application did not answer in " + timeout);
        }
    }

    @Override
    public URI uri(String path) {
        return process.uri(path);
    }

    @Override
    public List<Long> pids() {
        return List.of(process.pid());
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        process.close();
    }

    @Override
    public void close() {
        process.close();
    }
}
