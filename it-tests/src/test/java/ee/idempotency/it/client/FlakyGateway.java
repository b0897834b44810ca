// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers the first two requests of each path with 503, and remembers the keys that came. */
final class FlakyGateway implements AutoCloseable {

    private static final int FAILURES = 2;

    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();
    private final HttpServer server;

    FlakyGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pay/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            List<String> seen = keys.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>());
            seen.add(String.valueOf(exchange.getRequestHeaders().get("Idempotency-Key")));
            byte[] body = "paid".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(seen.size() <= FAILURES ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The values of the header in the requests for an order, as a list each. */
    List<String> keys(String order) {
        return keys.getOrDefault("/pay/" + order, List.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
