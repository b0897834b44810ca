// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs the example in the foreground until Ctrl-C.
 *
 * <p>Arguments: Payara Micro's jar, the WAR, the port, a directory to work in, a file of boot commands that names the
 * data source, a directory of JDBC drivers.
 */
public final class RunExample {

    private RunExample() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PayaraMicro.Options options = new PayaraMicro.Options(
                Path.of(System.getProperty("java.home")),
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                List.of(),
                Integer.parseInt(arguments[2]),
                Path.of(arguments[3]),
                Path.of(arguments[4]),
                List.of(Path.of(arguments[5])),
                PayaraMicro.Options.QUICK_START,
                Map.of(),
                Map.of());
        System.out.println("Starting the payments example on Payara Micro; this takes 15 to 60 seconds ...");
        PayaraMicro server = PayaraMicro.start(options, System.out);
        try {
            server.awaitReady(Duration.ofMinutes(5));
            System.out.println(banner(server.uri("/v1/charges"), options.directory()));
            throw new IOException("The server ended with exit code " + server.waitFor());
        } finally {
            server.close();
        }
    }

    private static String banner(URI charges, Path directory) {
        return """

                The example is ready. In a browser: %s
                Or charge a card in another terminal:

                  curl -i %s -H 'Idempotency-Key: order-42' -d amount=1999 -d currency=eur

                Send the same line again: the same charge, with Idempotency-Replayed: true. And there is one charge:

                  curl -s %s

                Ctrl-C ends it. Its log: %s
                """.formatted(charges.resolve("/"), charges, charges, directory.resolve("server.log"));
    }
}
