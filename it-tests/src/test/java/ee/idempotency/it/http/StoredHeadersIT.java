// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored and replayed of a response's headers, and what never is. */
@Tag("jax-rs")
@ExtendWith(OneNode.class)
class StoredHeadersIT {

    private final Wire wire;
    private final String key = "key-" + UUID.randomUUID();
    private final String keyLine = "Idempotency-Key: " + key;

    StoredHeadersIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    @Test
    @Requirement("H14")
    void credentialsAndHeadersOfOneHopAreNeitherInTheRowNorInTheReplay() throws Exception {
        Answer first = wire.post("/headers/all", "x", keyLine);
        Answer replay = wire.post("/headers/all", "x", keyLine);

        assertThat(first.headers("Set-Cookie")).isNotEmpty();
        assertThat(Wire.isReplay(replay)).isTrue();
        assertThat(wire.rows(key).get(0).getString("headers").lines().map(line -> line.replaceFirst(":.*", "")))
                .containsExactlyInAnyOrder("ETag", "Link", "Link", "Content-Type", "Idempotency-Key-Expires");
        for (String name : List.of(
                "Set-Cookie",
                "Set-Cookie2",
                "Authorization",
                "WWW-Authenticate",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Authentication-Info",
                "Keep-Alive",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Upgrade",
                "X-Api-Key")) {
            assertThat(replay.headers(name)).as(name).isEmpty();
        }
        assertThat(replay.headers("Link")).containsExactly("<a>;rel=next", "<b>;rel=prev");
    }

    /** The second and third are cut to CR and LF by servers that write a character as its lower eight bits. */
    @ParameterizedTest
    @Requirement("H14")
    @ValueSource(
            strings = {
                "/a\r\nEvil: 1",
                "/a\u010d\u010aEvil: 1",
                "/a\u560d\u560aEvil: 1",
                "/a\nEvil: 1",
                "/a\rEvil: 1",
                "/a\u0000b",
                "/a\u0085Evil: 1"
            })
    void aHeaderThatWouldBeginAnotherLineBeginsNone(String value) throws Exception {
        for (int repeat = 0; repeat < 2; repeat++) {
            Answer answer = wire.post("/headers/echo", value, keyLine);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(Wire.isReplay(answer)).isEqualTo(repeat == 1);
            assertThat(answer.headers("Evil")).isEmpty();
            assertThat(answer.headers("Content-Location")).isEmpty();
            assertThat(wire.rows(key).get(0).getString("headers")).doesNotContain("Evil", "Content-Location");
        }
    }
}
