// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.it.Chromium;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, driven by its own protocol (Chrome DevTools Protocol 1.3). Not thread-safe. */
final class Browser implements AutoCloseable {

    private static final String LISTENS = "DevTools listening on ";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
    private final String session;
    private int calls;

    Browser() throws Exception {
        process = Chromium.command(
                        Chromium.newDirectory(),
                        "--hide-scrollbars",
                        "--window-size=1200,900",
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Answers())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String page = call("", "Target.createTarget", Json.createObjectBuilder().add("url", "about:blank"))
                .getString("targetId");
        session = call(
                        "",
                        "Target.attachToTarget",
                        Json.createObjectBuilder().add("targetId", page).add("flatten", true))
                .getString("sessionId");
    }

    /** It writes where it listens, and later lines for as long as it runs. */
    private URI address() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENS)) {
                Thread rest = new Thread(() -> lines.lines().forEach(unread -> {}), "browser");
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(LISTENS.length()).strip());
            }
        }
        throw new IOException("The browser has ended");
    }

    /** Shows a page, and returns once {@code condition}, an expression, is true of it. */
    void open(String url, String condition) throws Exception {
        call(session, "Page.navigate", Json.createObjectBuilder().add("url", url));
        await(condition);
    }

    /** Returns once {@code condition}, an expression, is true of the page; it may come to be another page meanwhile. */
    void await(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String turn = "new Promise(done => requestAnimationFrame(() => setTimeout(() => { try { done(!!(" + condition
                + ")) } catch { done(false) } }, 20)))";
        while (!JsonValue.TRUE.equals(evaluate(turn))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never true: " + condition + " of "
                        + evaluate("location.hash + ' ' + document.body.innerText"));
            }
        }
    }

    /** What an expression, or the promise that it is, comes to; null where the page was replaced meanwhile. */
    JsonValue evaluate(String expression) throws Exception {
        JsonObject result = call(
                session,
                "Runtime.evaluate",
                Json.createObjectBuilder()
                        .add("expression", expression)
                        .add("awaitPromise", true)
                        .add("returnByValue", true)
                        .add("userGesture", true));
        if (result.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result);
        }
        return result.containsKey("result") ? result.getJsonObject("result").get("value") : null;
    }

    /** What is shown, as PNG. */
    byte[] screenshot() throws Exception {
        String data = call(session, "Page.captureScreenshot", Json.createObjectBuilder())
                .getString("data");
        return Base64.getDecoder().decode(data);
    }

    /** What the person prefers: {@code light} or {@code dark}. */
    void prefer(String scheme) throws Exception {
        JsonObject feature = Json.createObjectBuilder()
                .add("name", "prefers-color-scheme")
                .add("value", scheme)
                .build();
        call(
                session,
                "Emulation.setEmulatedMedia",
                Json.createObjectBuilder()
                        .add("features", Json.createArrayBuilder().add(feature)));
    }

    /** Presses and releases a key, such as {@code Tab} with the code 9. */
    void press(String key, int code) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            JsonObjectBuilder event =
                    Json.createObjectBuilder().add("type", type).add("key", key).add("windowsVirtualKeyCode", code);
            call(session, "Input.dispatchKeyEvent", key.equals("Enter") ? event.add("text", "\r") : event);
        }
    }

    private JsonObject call(String session, String method, JsonObjectBuilder parameters) throws Exception {
        int id = ++calls;
        JsonObjectBuilder call =
                Json.createObjectBuilder().add("id", id).add("method", method).add("params", parameters);
        if (!session.isEmpty()) {
            call.add("sessionId", session);
        }
        socket.sendText(call.build().toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonObject answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("The browser does not answer " + method);
            }
            if (answer.getInt("id", 0) == id) {
                return answer.containsKey("result") ? answer.getJsonObject("result") : JsonValue.EMPTY_JSON_OBJECT;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroyForcibly().onExit().join();
    }

    /** Puts messages together. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answers.add(Json.createReader(new StringReader(text.toString())).readObject());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
