// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.tck.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("O6")
class AdminRequestTest {

    private static AdminRequest request(String json) throws AdminProblem, IOException {
        return AdminRequest.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(ThrowingCallable work, int status, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(AdminProblem.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @Test
    void aFilterIsReadWithAllItsConditions() throws Exception {
        assertThat(request("{}").filter()).isEqualTo(Filter.ALL);
        assertThat(request("{\"states\":[\"FAILED\"]}").filter()).isEqualTo(Filter.inState(State.FAILED));
        assertThat(request("{\"show\":\"stuck\"}").filter()).isEqualTo(Filter.leaseOver());
        assertThat(request("{\"show\":\"unresolved\",\"operation\":\"charge\"}").filter())
                .isEqualTo(Filter.unresolved().ofOperation("charge"));
        assertThat(request("{\"tenant\":\"t\",\"operation\":\"o\",\"caller\":\"c\",\"key\":\"k\"}")
                        .filter())
                .isEqualTo(
                        Filter.ALL.ofTenant("t").ofOperation("o").ofCaller("c").ofKey("k"));
    }

    @Test
    void aListGoesOnWhereItEnded() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(request("{\"after\":\"2026-01-01T00:00:00.000001Z_" + id + "\",\"limit\":7}")
                        .after())
                .contains(new Position(Instant.parse("2026-01-01T00:00:00.000001Z"), new RecordKey(id)));
        assertThat(request("{\"limit\":7}").limit()).isEqualTo(7);
        assertThat(request("{}").after()).isEmpty();
    }

    @Test
    void anOutcomeIsReadAsItWillBeReplayed() throws Exception {
        assertThat(request(
                                "{\"completed\":{\"status\":201,\"headers\":[\"Content-Type: text/plain\"],\"body\":\"paid\"}}")
                        .outcome())
                .isEqualTo(new Outcome.Completed(
                        201,
                        Header.parse("Content-Type: text/plain"),
                        Bytes.of("paid".getBytes(StandardCharsets.UTF_8))));
        assertThat(request("{\"failed\":{\"code\":\"DECLINED\"}}").outcome())
                .isEqualTo(new Outcome.Failed("DECLINED", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"states\":[\"EXPIRED\"]}",
                "{\"states\":\"FAILED\"}",
                "{\"states\":[1]}",
                "{\"show\":\"some\"}",
                "{\"key\":1}"
            })
    void aFilterThatMeansNothingIsRefused(String json) {
        assertRefused(() -> request(json).filter(), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"completed\":{}}",
                "{\"completed\":{\"status\":99}}",
                "{\"completed\":{\"status\":200,\"headers\":[\"no name\"]}}",
                "{\"completed\":{\"status\":200,\"headers\":[\"A: b\\r\\nSet-Cookie: c\"]}}",
                "{\"failed\":{\"code\":\" \"}}"
            })
    void anOutcomeThatCannotBeReplayedIsRefused(String json) {
        assertRefused(() -> request(json).outcome(), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\u0000", "<x/>"})
    void whatIsNoObjectIsRefused(String body) {
        assertRefused(() -> request(body), 400, "malformed");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertRefused(() -> request("{}").version(), 400, "malformed");
        assertRefused(() -> request("{\"version\":1.5}").version(), 400, "malformed");
        assertRefused(() -> request("{}").note("ops"), 400, "reason-missing");
        assertRefused(() -> request("{\"reason\":\"because\"}").note("ops"), 400, "reason-missing");
        assertRefused(() -> request("{\"limit\":0}").limit(), 400, "malformed");
        assertRefused(() -> request("{\"after\":\"now\"}").after(), 400, "malformed");
        assertRefused(() -> AdminRequest.record("1"), 400, "malformed");
        assertRefused(() -> request(" ".repeat(1024 * 1024 + 1)), 413, "too-large");
    }

    /** What a parser cuts off, or reports by exceptions of its own, is the sender's mistake as any other. */
    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(strings = {"4294967301", "1e999999999", "1e99999999999", "1.5", "-99999999999"})
    void aNumberThatFitsNowhereIsMalformed(String number) {
        assertRefused(() -> request("{\"version\":" + number + "}").version(), 400, "malformed");
        assertRefused(() -> request("{\"limit\":" + number + "}").limit(), 400, "malformed");
        assertRefused(
                () -> request("{\"completed\":{\"status\":" + number + "}}").outcome(), 400, "malformed");
    }

    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(ints = {1_001, 200_000})
    void aBodyThatIsNestedTooDeepIsMalformed(int levels) {
        String deep = "[".repeat(levels) + "]".repeat(levels);

        assertRefused(() -> request("{\"reason\":" + deep + "}"), 400, "malformed");
    }

    @ParameterizedTest
    @Requirement("H25")
    @ValueSource(strings = {"", "{\"show\":[", "{\"show\":{\"a\":\"", "{\"show\":", "[]", "1"})
    void aBodyThatDoesNotEndIsMalformed(String body) {
        assertRefused(() -> request(body), 400, "malformed");
    }

    @Test
    void linesThatAreThereTwiceStayTwo() throws Exception {
        Outcome outcome = request("{\"completed\":{\"status\":200,\"headers\":[\"Link: a\",\"Link: a\"]}}")
                .outcome();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        completed -> assertThat(completed.headers())
                                .containsExactly(new Header("Link", "a"), new Header("Link", "a")));
        assertThat(request("{\"states\":[\"FAILED\",\"FAILED\"]}").filter()).isEqualTo(Filter.inState(State.FAILED));
    }

    @Test
    void noListGoesOnBeyondTheYearsOfADatabase() throws Exception {
        AdminRequest request = request("{\"after\":\"+999999999-12-31T23:59:59Z_" + UUID.randomUUID() + "\"}");

        assertRefused(request::after, 400, "malformed");
    }
}
