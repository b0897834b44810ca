// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import ee.idempotency.it.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests to a server. */
final class Calls {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Calls() {}

    /** A POST of a text, with a key unless that is null, and further headers as name, value. */
    static HttpResponse<String> post(Server server, String path, @Nullable String key, String... headers) {
        HttpRequest.Builder request =
                request(server, path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("one"));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static HttpResponse<String> get(Server server, String path) {
        return send(request(server, path).GET());
    }

    /** A PUT without a body. */
    static HttpResponse<String> put(Server server, String path) {
        return send(request(server, path).PUT(BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
