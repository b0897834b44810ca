// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** {@link Hooks} on a server that takes requests of 4,000 bytes. */
abstract class HookCalls {

    static final String JSON = "Content-Type: application/json";

    final Hooks hooks = new Hooks();
    TestServer server = TestServer.with(Map.of("idempotency.http.max-request-size", "4000"), hooks);

    @AfterEach
    void close() {
        server.close();
    }

    Answer event(String body, String... headers) {
        return event(body.getBytes(UTF_8), headers);
    }

    Answer event(byte[] body, String... headers) {
        return server.raw("POST", "/hooks/event", body, headers.length == 0 ? new String[] {JSON} : headers);
    }

    void assertNothingWasClaimed() {
        assertThat(hooks.runs).hasValue(0);
        assertThat(server.store.claims).isEmpty();
    }
}
