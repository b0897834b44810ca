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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that takes charges by the draft, but for one fault (or a peculiarity that is none). Speaks HTTP on the loopback address. */
final class LittleServer implements AutoCloseable {

    /** How many newer keys make a server forget one, by that fault. */
    private static final int KEPT = 30;

    private static final int RACERS = 16;

    private final Fault fault;
    private final Charges charges;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, String> callers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
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
        settings.putAll(Map.of(
                "racers",
                String.valueOf(RACERS),
                "timeout",
                fault.name().contains("HANGS") ? "PT1S" : "PT20S",
                "kept-for",
                "PT0S"));
        return settings;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Reply handle(HttpExchange exchange, boolean slow) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            return Reply.json(200, charges.list());
        }
        List<String> lines = exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of());
        if (fault == Fault.NO_IDEMPOTENCY) {
            return charges.take(body);
        }
        if (lines.isEmpty() && fault != Fault.NO_KEY_CHECK) {
            return Reply.refusal(fault, 400, "Idempotency-Key is missing");
        }
        if (fault == Fault.DIES_OF_LONG_KEYS && String.join("", lines).length() > 1000) {
            throw new IOException("too long");
        }
        Optional<String> key = new KeyReader(fault).key(lines);
        if (key.isEmpty()) {
            return fault == Fault.NO_KEY_CHECK
                    ? charges.take(body)
                    : Reply.refusal(fault, 400, "Idempotency-Key is invalid");
        }
        return switch (fault) {
            case FAILS_ALWAYS -> Reply.json(500, "{}");
            case HANGS -> hang();
            default ->
                belongsToAnother(exchange, key.get())
                        ? Reply.refusal(fault, 409, "Idempotency-Key belongs to another caller")
                        : once(record(exchange, key.get()), body, slow);
        };
    }

    private boolean belongsToAnother(HttpExchange exchange, String key) {
        String caller = caller(exchange);
        return fault == Fault.REVEALS_KEYS_TO_OTHER_CALLERS
                && !callers.computeIfAbsent(key, first -> caller).equals(caller);
    }

    private static String caller(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** The name of the record that belongs to a key. */
    private String record(HttpExchange exchange, String key) {
        String caller = caller(exchange);
        if (fault == Fault.RUNS_AGAIN_AFTER_ANOTHER_CALLER) {
            String before = callers.put(key, caller);
            if (before != null && !before.equals(caller)) {
                entries.remove(before + " " + key);
            }
        }
        return fault == Fault.REPLAYS_TO_OTHER_CALLERS ? key : caller + " " + key;
    }

    private Reply once(String record, String body, boolean slow) throws IOException {
        if (fault == Fault.RUNS_RETRIES) {
            return charges.take(body);
        }
        Entry mine =
                new Entry(body, entries.size(), slow && fault == Fault.RUNS_AGAIN_AFTER_A_CONFLICT ? RACERS - 1 : 1);
        Entry entry = entries.putIfAbsent(record, mine);
        if (entry == null) {
            return first(record, mine, slow);
        }
        if (!entry.body().equals(body) && fault != Fault.IGNORES_THE_PAYLOAD) {
            return otherPayload(record);
        }
        return entry.reply().isDone() ? retry(record, entry) : concurrent(entry, body);
    }

    private Reply otherPayload(String record) throws IOException {
        if (fault == Fault.RUNS_AGAIN_AFTER_ANOTHER_PAYLOAD) {
            entries.remove(record);
        }
        return switch (fault) {
            case HANGS_ON_ANOTHER_PAYLOAD -> hang();
            case ERROR_FOR_ANOTHER_PAYLOAD -> Reply.json(500, "{}");
            default -> Reply.refusal(fault, 422, "Idempotency-Key is already used");
        };
    }

    private Reply retry(String record, Entry entry) throws IOException {
        switch (fault) {
            case HANGS_ON_RETRIES -> hang();
            case CLOSES_ON_RETRIES -> throw new IOException("closed");
            case RUNS_A_SECOND_RETRY -> entries.remove(record);
            default -> {}
        }
        boolean runs = (fault == Fault.RUNS_AGAIN_AFTER_A_CONFLICT && entry.wasRefused())
                || (fault == Fault.FORGETS_OLD_KEYS && entries.size() > entry.number() + KEPT);
        return runs ? charges.take(entry.body()) : entry.reply().join();
    }

    private Reply concurrent(Entry entry, String body) {
        if (fault == Fault.WAITS) {
            entry.another().countDown();
            return entry.reply().join();
        }
        if (fault == Fault.RUNS_CONCURRENT_REQUESTS) {
            entry.another().countDown();
            return charges.take(body);
        }
        Reply reply = fault == Fault.EMPTY_SUCCESS_WHILE_RUNNING
                ? new Reply(200, List.of(), "")
                : Reply.refusal(fault, 409, "A request is outstanding for this Idempotency-Key");
        entry.another().countDown();
        return reply;
    }

    /** Until the server is closed. */
    private Reply hang() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("closed");
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
        if (fault == Fault.NO_DOCUMENTATION) {
            return new Reply(404, List.of(), "");
        }
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
