// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A server is ready when the application answers a request. */
final class Readiness {

    /** Every application of the tests has it, and it needs no database. */
    private static final String PROBE = "/idempotency-policy";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Readiness() {}

    /**
     * Waits until the application answers.
     *
     * @param failed whether it never will
     * @return whether it answers; false also when the time is up
     */
    static boolean await(Server server, BooleanSupplier failed, Duration timeout) {
        HttpRequest probe =
                HttpRequest.newBuilder(server.uri(PROBE)).timeout(PATIENCE).build();
        try {
            Awaitility.await(probe.uri().toString())
                    .atMost(timeout)
                    .until(() -> failed.getAsBoolean() || answers(probe));
            return !failed.getAsBoolean();
        } catch (ConditionTimeoutException late) {
            return false;
        }
    }

    /** Until then the port is closed, or the server answers 404 in place of the application. */
    private static boolean answers(HttpRequest probe) throws InterruptedException {
        try {
            return CLIENT.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
