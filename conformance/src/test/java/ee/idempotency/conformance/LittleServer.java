// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A service that takes charges by the draft, but for one fault (or a peculiarity that is none). Speaks HTTP on the loopback address. */
final class LittleServer implements AutoCloseable {

    private static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])++\"");

    private final Fault fault;
    private final Charges charges;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    LittleServer(Fault fault) throws IOException {
        this.fault = fault;
        charges = new Charges(fault);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/charges", exchange -> answer(exchange, handle(exchange, false)));
        server.createContext("/slow", exchange -> answer(exchange, handle(exchange, true)));
        server.createContext("/keys", exchange -> answer(exchange, documentation()));
        server.start();
    }

    /** What the kit has to know of it. */
    Properties settings() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "base-url", base,
                "path", "charges",
                "body", "amount={n}&currency=eur",
                "failing-body", "amount=0&note={n}",
                "slow-path", "slow",
                "effects-path", "charges",
                "effects-match", "\"amount\":{n}\\b",
                "documentation", base + "keys",
                "first-caller.Authorization", "Bearer ada",
                "second-caller.Authorization", "Bearer bob"));
        return settings;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Reply handle(HttpExchange exchange, boolean slow) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            return Reply.json(200, charges.list());
        }
        List<String> lines = exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of());
        if (lines.isEmpty() && fault != Fault.NO_KEY_CHECK) {
            return Reply.refusal(fault, 400, "Idempotency-Key is missing");
        }
        if (fault == Fault.DIES_OF_LONG_KEYS && String.join("", lines).length() > 1000) {
            throw new IOException("too long");
        }
        Optional<String> key = key(lines);
        if (key.isEmpty()) {
            return fault == Fault.NO_KEY_CHECK
                    ? charges.take(body)
                    : Reply.refusal(fault, 400, "Idempotency-Key is invalid");
        }
        String caller = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return once(fault == Fault.REPLAYS_TO_OTHER_CALLERS ? key.get() : caller + " " + key.get(), body, slow);
    }

    private Optional<String> key(List<String> lines) {
        String value = String.join(", ", lines);
        if (fault == Fault.TAKES_THE_HEADER_AS_IT_IS) {
            return Optional.of(value);
        }
        if (fault == Fault.JOINS_HEADER_LINES && lines.size() > 1) {
            return Optional.of(value.replace("\"", ""));
        }
        if (fault == Fault.TRIMS_QUOTES) {
            String bare = value.replaceAll("^\"|\"$", "");
            return bare.isEmpty() || lines.size() > 1 ? Optional.empty() : Optional.of(bare);
        }
        if (lines.size() != 1 || value.length() > 300 || !STRING.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(fault == Fault.CUTS_KEYS ? value.substring(0, Math.min(30, value.length())) : value);
    }

    private Reply once(String key, String body, boolean slow) {
        if (fault == Fault.RUNS_RETRIES) {
            return charges.take(body);
        }
        Entry mine = new Entry(body);
        Entry entry = entries.putIfAbsent(key, mine);
        if (entry == null) {
            return first(key, mine, slow);
        }
        if (!entry.body().equals(body) && fault != Fault.IGNORES_THE_PAYLOAD) {
            return Reply.refusal(fault, 422, "Idempotency-Key is already used");
        }
        if (entry.reply().isDone()) {
            return entry.reply().join();
        }
        if (fault == Fault.WAITS) {
            entry.another().countDown();
            return entry.reply().join();
        }
        if (fault == Fault.RUNS_CONCURRENT_REQUESTS) {
            entry.another().countDown();
            return charges.take(body);
        }
        Reply told = fault == Fault.EMPTY_SUCCESS_WHILE_RUNNING
                ? new Reply(200, List.of(), "")
                : Reply.refusal(fault, 409, "A request is outstanding for this Idempotency-Key");
        entry.another().countDown();
        return told;
    }

    private Reply first(String key, Entry entry, boolean slow) {
        if (slow) {
            entry.awaitAnother();
        }
        Reply reply = charges.take(entry.body());
        if (reply.status() >= 400 && fault == Fault.FORGETS_ERRORS) {
            entries.remove(key);
        }
        entry.reply()
                .complete(fault == Fault.FORGETS_HEADERS ? new Reply(reply.status(), List.of(), reply.body()) : reply);
        return reply;
    }

    private Reply documentation() {
        String text = "A request needs an Idempotency-Key: a String of RFC 9651.";
        return new Reply(
                200,
                List.of("Content-Type: text/plain"),
                fault == Fault.SILENT_ABOUT_EXPIRY ? text : text + " Keys expire after a day.");
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            for (String line : reply.headers()) {
                String[] header = line.split(": ", 2);
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public String toString() {
        return "a little server with the fault " + fault.name().toLowerCase(Locale.ROOT);
    }
}
