// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.tck.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, nothing is claimed for it that stays, and the server does not fail. */
@Timeout(30)
class HostileRequestTest {

    private final Shop shop = new Shop();
    private final TestServer server = TestServer.of(shop);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @Requirement("H6")
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\nabc"
            })
    void aBodyThatBreaksOffClaimsNothing(String rest) {
        String answer = RawHttp.breakOff(
                server.port(),
                "POST /api/shop/text HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: one\r\nConnection: close\r\n"
                        + rest);

        assertThat(answer).doesNotContain("HTTP/1.1 5", "HTTP/1.1 2");
        assertThat(server.store.claims).isEmpty();
        assertThat(shop.runs).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?%zz", "?=", "?&&&", "?a=%", "?a=%C3%28", "?a[]={}|", "?a=1&"})
    void aMalformedQueryIsAnsweredAsWithoutProtection(String query) {
        Answer unprotected = server.raw("GET", "/shop" + query, new byte[0]);
        Answer answer = server.post("/shop/text" + query, "one", "x");

        assertThat(answer.status()).isEqualTo(unprotected.status());
        assertThat(server.record("POST /shop/text", "one").map(IdempotencyRecord::state))
                .isNotEqualTo(Optional.of(State.IN_PROGRESS));
    }

    @Test
    void aHugeHeaderIsNoFailure() {
        Answer answer = server.raw("POST", "/shop/text", new byte[0], "Idempotency-Key: " + "k".repeat(4000));

        assertThat(answer.code()).isEqualTo("key-invalid");
        assertThat(server.post("/shop/text", "one", "x", "Content-Type: text/plain;a=" + "b".repeat(3000))
                        .status())
                .isLessThan(500);
    }

    @Test
    @Requirement("K3")
    void callersWithStrangeNamesAreKeptApart() {
        Answer longOne = server.post("/shop/text", "one", "x", "X-User: " + "u".repeat(300));
        Answer other = server.post("/shop/text", "one", "x", "X-User: " + "u".repeat(301));

        assertThat(longOne.text()).isEqualTo("run 1 of x");
        assertThat(other.text()).isEqualTo("run 2 of x");
        assertThat(server.held.get(0).binding().caller()).matches("user-sha256:[0-9a-f]{64}");
    }

    @Test
    @Requirement("H18")
    void keysAndBodiesReachNoLog() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + entry.getThrown());
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger("ee.idempotency");
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
        try {
            server.post("/shop/text", "secretKey", "secretBody");
            server.post("/shop/text", "secretKey", "secretBody2");
            server.post("/shop/broken-stream", "secretKey", "secretBody");
            server.post("/shop/stream", "secretKey", "secretBody", "X-Size: 2000000");
            server.raw("POST", "/shop/text", new byte[0], "Idempotency-Key: secretKey,secretKey");
            server.store.beforeComplete = () -> server.store.delete(
                    server.held.get(server.held.size() - 1).binding().recordKey());
            server.post("/shop/text", "secretKey2", "secretBody");
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("secret"));
        assertThat(lines).anyMatch(line -> line.contains("IDEM-0306"));
    }
}
