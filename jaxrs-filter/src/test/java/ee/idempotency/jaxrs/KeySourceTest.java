// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.spi.ShadowFinding;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys from another header; where the key is said to be, and what stops the deployment. */
@Requirement("H23")
class KeySourceTest extends HookCalls {

    @Test
    void anotherHeaderCarriesTheKey() {
        Answer first = server.raw("POST", "/hooks/github", new byte[0], "X-GitHub-Delivery: 72d3162e", JSON);
        Answer repeat = server.raw(
                "POST", "/hooks/github", new byte[0], "X-GitHub-Delivery: 72d3162e", JSON, "Idempotency-Key: other");

        assertThat(first.isReplay()).isFalse();
        assertThat(repeat.isReplay()).isTrue();
        assertThat(server.record("github", "72d3162e")).isPresent();
    }

    @Test
    void theUsualHeaderIsNoKeyThere() {
        Answer answer = server.raw("POST", "/hooks/github", new byte[0], "Idempotency-Key: \"one\"");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("key-missing");
        assertThat(answer.json().getString("detail")).contains("header X-GitHub-Delivery");
        assertNothingWasClaimed();
    }

    @Test
    void twoLinesOrAMalformedOneAreNoKey() {
        String line = "X-GitHub-Delivery: ";
        for (String[] lines : new String[][] {
            {line + "a", line + "b"}, {line + "a, b"}, {line + "a b"}, {line}, {line + "k".repeat(256)}
        }) {
            Answer answer = server.raw("POST", "/hooks/github", new byte[0], lines);
            assertThat(answer.code()).as(lines[0]).isEqualTo("key-invalid");
            assertThat(answer.json().getString("detail")).contains("The header X-GitHub-Delivery is not a key");
        }
        assertNothingWasClaimed();
    }

    @Test
    void aForeignHeaderIsReadLenientlyWhateverTheSyntaxOfTheUsualOne() {
        server.close();
        server = TestServer.with(Map.of("idempotency.http.key-syntax", "strict"), hooks);

        assertThat(server.raw("POST", "/hooks/github", new byte[0], "X-GitHub-Delivery: bare")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void settingsOfTheOperationCountBeforeItsAnnotation() {
        server.close();
        server = TestServer.with(
                Map.of(
                        "idempotency.operation.\"event\".key-header",
                        "webhook-id",
                        "idempotency.operation.\"github\".key-pointer",
                        "/delivery"),
                hooks);

        event("{\"id\":1}", "webhook-id: msg_1", JSON);
        server.raw("POST", "/hooks/github", "{\"delivery\":\"d\"}".getBytes(UTF_8), JSON);
        assertThat(server.record("event", "msg_1")).isPresent();
        assertThat(server.record("github", "d")).isPresent();
    }

    @Test
    void thePolicySaysWhereTheKeyIs() {
        String operations = server.raw("GET", "/idempotency-policy", new byte[0])
                .json()
                .getJsonArray("operations")
                .toString();

        assertThat(operations)
                .contains(
                        "\"keyFrom\":\"header X-GitHub-Delivery\"",
                        "\"keyFrom\":\"member /id of the JSON body\"",
                        "\"path\":\"/api/hooks/deep\",\"keyRequired\":false");
    }

    @Test
    void shadowModeLooksInTheSamePlace() {
        server.close();
        server = TestServer.with(
                Map.of("idempotency.http.shadow", "true", "idempotency.http.shadow.timeout", "PT20S"), hooks);
        server.raw("POST", "/hooks/github", new byte[0], "X-GitHub-Delivery: 1");
        event("{\"id\":1}");
        event("{\"id\":1}");
        event("{\"id\":null}");
        event("{}");
        event("{\"id\":1,");

        assertThat(hooks.runs).hasValue(6);
        assertThat(server.found)
                .containsExactly(
                        ShadowFinding.FRESH,
                        ShadowFinding.FRESH,
                        ShadowFinding.REPLAY,
                        ShadowFinding.ANSWER_DIFFERS,
                        ShadowFinding.KEY_INVALID,
                        ShadowFinding.KEY_MISSING,
                        ShadowFinding.BODY_MALFORMED);
    }

    /** What cannot be read. */
    @Path("/bad")
    public static class Bad {

        @POST
        @IdempotentOperation(keyHeader = "X Key", keyPointer = "id~2")
        public String bad() {
            return "";
        }
    }

    @Test
    void whatCannotBeReadStopsTheDeploymentInOneList() {
        assertThatThrownBy(() -> TestServer.of(new Bad()))
                .isInstanceOf(InvalidDeploymentException.class)
                .hasMessageContainingAll(
                        "give either keyHeader or keyPointer",
                        "keyHeader: \"X Key\" is no header name",
                        "keyPointer: \"id~2\" is not a JSON pointer");
    }
}
