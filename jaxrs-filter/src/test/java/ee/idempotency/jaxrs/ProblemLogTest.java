// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every problem is in one line of the log, and what nobody foresaw is a problem like any other. Before all other classes, which
 * may spend the sixty lines a minute that a code has.
 */
@Order(1)
class ProblemLogTest {

    private final Shop shop = new Shop();
    private final TestServer server = TestServer.of(shop);
    private final Logger logger = Logger.getLogger("ee.idempotency.jaxrs");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringWriter trace = new StringWriter();
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(trace));
            }
            lines.add(MessageFormat.format(entry.getMessage(), entry.getParameters()) + " " + trace);
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

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO); // as applications have it: DEBUG shows more on purpose
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setLevel(null);
        server.close();
    }

    @Test
    @Requirement("H9")
    void findsAProblemByItsInstance() {
        server.post("/shop/text", "one", "x");
        String first = instance(server.post("/shop/text", "one", "y"));
        String second = instance(server.post("/shop/text", "one", "y"));

        assertThat(first).isNotEqualTo(second);
        assertThat(lines.stream().filter(line -> line.contains(first) && !line.contains("IDEM-0315")))
                .singleElement()
                .asString()
                .contains("POST /shop/text was answered with 422 key-reused")
                .doesNotContain("Exception");
    }

    @Test
    @Requirement("H9")
    void whateverEscapesTheClaimIsAProblem() {
        server.store.beforeClaim = () -> {
            throw new IllegalStateException("nobody foresaw this");
        };

        Answer answer = server.post("/shop/text", "one", "x");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal-error");
        assertThat(answer.text()).doesNotContain("foresaw");
        assertThat(shop.runs).hasValue(0);
        assertThat(lines).anyMatch(line -> line.contains(instance(answer)) && line.contains("IDEM-0314"));
    }

    @Test
    @Requirement("H9")
    void whatTheApplicationHasWrittenIsInNoLine() {
        server.post("/shop/broken-stream", "one", "x");
        server.store.beforeClaim = () -> {
            throw new IllegalStateException("nobody foresaw this", new SQLException("values ('4242')", "23505"));
        };
        server.post("/shop/text", "two", "x");

        assertThat(lines)
                .anyMatch(line -> line.contains("IDEM-0305") && line.contains("java.io.IOException"))
                .anyMatch(line -> line.contains("IDEM-0314") && line.contains("SQLState 23505"))
                .noneMatch(line -> line.contains("a writer failed"))
                .noneMatch(line -> line.contains("foresaw"))
                .noneMatch(line -> line.contains("4242"));
    }

    @Test
    @Requirement("H9")
    void aClientCannotFillTheLog() {
        for (int i = 0; i < 100; i++) {
            server.post("/shop/text", "k,".repeat(i), "x");
            server.raw("POST", "/shop/text", new byte[0]);
        }

        assertThat(lines.stream().filter(line -> line.contains("key-missing"))).hasSizeLessThanOrEqualTo(60);
    }

    private static String instance(Answer answer) {
        return answer.json().getString("instance");
    }
}
