// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers the keys of the requests that it gets, and answers all alike. */
final class ReceivingServer implements AutoCloseable {

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile @Nullable String expires;

    ReceivingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            keys.add(String.valueOf(exchange.getRequestHeaders().get("Idempotency-Key")));
            String end = expires;
            if (end != null) {
                exchange.getResponseHeaders().set("Idempotency-Key-Expires", end);
            }
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** The values of the header, one text for each request; {@code null} where there was none. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    void sayExpires(String date) {
        expires = date;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
