// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server gets from a client that retries: each request is sent by a Jersey client to a real socket. */
@Requirement("O10")
class KeysTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T12:00:00Z"));
    private final ReceivingServer server = new ReceivingServer();
    private final Client client = ClientBuilder.newClient().register(new IdempotencyKeyFilter(now::get));

    @AfterEach
    void close() {
        EnclosingClaims.set("");
        client.close();
        server.close();
    }

    @Test
    void aRetryWithinAScopeSendsTheSameKey() {
        IdempotentCalls.call(() -> send("/pay", "a") + send("/pay", "a") + send("/pay", "b"));
        IdempotentCalls.call(() -> send("/pay", "a"));

        assertThat(keys(0, 1, 2)).hasSize(1);
        assertThat(keys(2, 3)).hasSize(2);
    }

    @Test
    void anotherAddressOrMethodOfAScopeHasAnotherKey() {
        AtomicReference<String> patched = new AtomicReference<>();
        client.register((ClientRequestFilter) request -> {
            if (request.getMethod().equals("PATCH")) { // which the JDK's connection does not send
                patched.set("[" + request.getHeaderString("Idempotency-Key") + "]");
                request.abortWith(Response.noContent().build());
            }
        });
        IdempotentCalls.call(() -> {
            send("/pay", "a");
            send("/mail", "a");
            return request("/pay").method("PATCH", Entity.text("a")).getStatus();
        });

        assertThat(keys(0, 1)).hasSize(2).doesNotContain(patched.get(), "[null]");
        assertThat(patched.get()).startsWith("[call-");
    }

    @Test
    void theKeyThatTheCallerKeepsIsSentAsItIs() {
        IdempotentCalls.call("order-7", () -> send("/pay", "a") + send("/mail", "a"));

        assertThat(server.keys()).containsExactly("[order-7]", "[order-7]");
    }

    @Test
    void theHeaderThatTheCallerPassesBeatsEverything() {
        EnclosingClaims.set("claim");
        IdempotentCalls.call(
                "order-7",
                () -> request("/pay")
                        .header("Idempotency-Key", "by-hand")
                        .post(Entity.text("a"))
                        .getStatus());

        assertThat(server.keys()).containsExactly("[by-hand]");
    }

    @Test
    void withinAClaimTheKeyFollowsFromIt() throws InterruptedException {
        EnclosingClaims.set("first");
        send("/pay", "a");
        Thread other = new Thread(() -> IdempotentCalls.call(() -> send("/pay", "a")));
        other.start();
        other.join();
        send("/mail", "a");
        EnclosingClaims.set("second");
        send("/pay", "a");

        assertThat(keys(0, 1)).singleElement().asString().startsWith("[first/call-");
        assertThat(keys(0, 2, 3)).hasSize(3);
    }

    @Test
    void theKeyThatTheCallerKeepsBeatsTheClaim() {
        EnclosingClaims.set("claim");
        IdempotentCalls.call("order-7", () -> send("/pay", "a"));

        assertThat(server.keys()).containsExactly("[order-7]");
    }

    @Test
    void withoutAScopeEachRequestHasAKeyOfItsOwnAndOneLineSaysSo() {
        EnclosingClaims.set("none");
        List<String> lines = new ArrayList<>();
        Handler handler = new Lines(lines);
        Logger logger = Logger.getLogger("ee.idempotency.client");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            send("/pay/4711", "a");
            send("/pay/4711", "a");
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(keys(0, 1)).hasSize(2);
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("IDEM-0871 POST of http://localhost was sent")
                .doesNotContain("4711");
    }

    @Test
    void aRequestThatMayBeRepeatedAnywayHasNone() {
        IdempotentCalls.call(
                "order-7",
                () -> request("/pay").get().getStatus()
                        + request("/pay").put(Entity.text("a")).getStatus()
                        + request("/pay").delete().getStatus());

        assertThat(server.keys()).containsOnly("null").hasSize(3);
    }

    @Test
    void theInnermostScopeCountsAndEndsWithItsWork() {
        IdempotentCalls.call("outer", () -> {
            assertThatThrownBy(() -> IdempotentCalls.call("inner", () -> {
                        send("/pay", "a");
                        throw new IllegalStateException("the work fails");
                    }))
                    .hasMessage("the work fails");
            return send("/pay", "a");
        });
        send("/pay", "a");

        assertThat(server.keys()).startsWith("[inner]", "[outer]").doesNotHaveDuplicates();
    }

    @Test
    void aScopeHoldsForItsThread() throws InterruptedException {
        Thread other = new Thread(() -> send("/pay", "a"));
        IdempotentCalls.call("order-7", () -> {
            other.start();
            other.join();
            return 0;
        });

        assertThat(server.keys()).singleElement().isNotEqualTo("[order-7]");
    }

    @Test
    void aKeyIsNotSentOnceTheServerHasForgottenIt() {
        server.sayExpires("Sat, 28 Nov 2026 13:00:00 GMT");
        IdempotentCalls.call("order-7", () -> send("/pay", "a"));
        now.set(Instant.parse("2026-11-28T12:59:59Z"));
        IdempotentCalls.call("order-7", () -> send("/pay", "a"));
        now.set(Instant.parse("2026-11-28T13:00:00Z"));

        assertThatThrownBy(() -> IdempotentCalls.call("order-7", () -> send("/pay", "a")))
                .isInstanceOf(ProcessingException.class)
                .hasCauseInstanceOf(KeyExpiredException.class)
                .hasMessageContaining("2026-11-28T13:00:00Z");
        IdempotentCalls.call("order-8", () -> send("/pay", "a"));
        assertThat(server.keys()).containsExactly("[order-7]", "[order-7]", "[order-8]");
    }

    @Test
    void aKeyThatFitsNoHeaderIsRefusedBeforeAnythingRuns() {
        for (String bad : List.of("", " ", "a b", "a\r\nX: y", "\"a\"", "a\\b", "ä", "a".repeat(256))) {
            assertThatThrownBy(() -> IdempotentCalls.call(bad, () -> send("/pay", "a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("this one has " + bad.length() + " characters");
        }
        assertThat(server.keys()).isEmpty();
    }

    private Set<String> keys(int... requests) {
        Set<String> keys = new HashSet<>();
        for (int request : requests) {
            keys.add(server.keys().get(request));
        }
        return keys;
    }

    private Invocation.Builder request(String path) {
        return client.target(server.address(path)).request();
    }

    private int send(String path, String body) {
        return request(path).post(Entity.text(body)).getStatus();
    }

    private static final class Lines extends Handler {

        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
