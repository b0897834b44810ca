// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the console, on a real server. */
@ExtendWith(OneNode.class)
@Requirement("O6")
class ConsoleIT {

    private static final String FIRST = "/idempotency-admin/console/index.html";

    private final Wire wire;

    ConsoleIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html",
        "console.css, text/css",
        "console.js, text/javascript",
        "verbs.js, text/javascript"
    })
    void aFileIsServedWithAPolicyThatLetsNothingElseIn(String file, String type) throws Exception {
        Answer served = wire.send("GET", "/idempotency-admin/console/" + file, List.of("X-Roles: reader"), "");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.headers("Content-Type").get(0)).startsWith(type);
        assertThat(served.headers("Content-Security-Policy").get(0))
                .startsWith("default-src 'none'; script-src 'self';");
        assertThat(served.headers("Cache-Control")).contains("no-store");
    }

    @Test
    void nothingElseOfTheJarAndNothingForOthersIsServed() throws Exception {
        for (String path :
                List.of("console/none.js", "console/..%2Finternal%2FRights.class", "console/console%2Ejs%00")) {
            Answer none = wire.send("GET", "/idempotency-admin/" + path, List.of("X-Roles: reader"), "");
            assertThat(none.status()).as(path).isBetween(400, 404);
        }
        assertThat(wire.send("GET", FIRST, List.of(), "").status()).isEqualTo(403);
        Answer entrance = wire.send("GET", "/idempotency-admin", List.of("X-Roles: reader"), "");
        assertThat(entrance.status()).isEqualTo(303);
        assertThat(entrance.headers("Location").get(0)).endsWith(FIRST);
    }
}
