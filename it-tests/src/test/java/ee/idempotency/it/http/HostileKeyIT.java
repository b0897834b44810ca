// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that want to be more than keys: to the table, to the log, to those who read problems. */
@ExtendWith(OneNode.class)
class HostileKeyIT {

    private static final String PATH = "/independent/effect";
    private static final String HEADER = "Idempotency-Key: ";

    private final OneNode.Running node;
    private final Wire wire;
    private final String mark = UUID.randomUUID().toString();

    HostileKeyIT(OneNode.Running node) {
        this.node = node;
        this.wire = new Wire(node);
    }

    /** Visible ASCII without blanks is a key, whatever others would read into it. */
    @ParameterizedTest
    @Requirement("K7")
    @Requirement("H18")
    @ValueSource(
            strings = {
                "${jndi:ldap://127.0.0.1/x}",
                "${java:version}#{1+1}",
                "';drop/**/table/**/idempotency_record;--",
                "'or'1'='1",
                "%0d%0aSet-Cookie:a=b",
                "{0}%s%n",
                "<script>alert(1)</script>",
                "../../etc/passwd"
            })
    void isKeptAsItIsAndShownToNobody(String hostile) throws Exception {
        String key = hostile + mark;
        String line = HEADER + '"' + key + '"';
        Answer first = wire.post(PATH, mark, line);
        Answer replay = wire.post(PATH, mark, line);
        Answer other = wire.post(PATH, "other", line);
        Answer large = wire.post("/independent/large", mark, line);
        Answer largeAgain = wire.post("/independent/large", mark, line);

        assertThat(first.status()).isEqualTo(200);
        assertThat(replay.sameAs(first)).isTrue();
        assertThat(wire.rows("%" + mark))
                .extracting(row -> row.getString("idempotency_key"))
                .containsExactly(key, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(Wire.code(largeAgain)).isEqualTo("response-not-retained");
        assertThat(List.of(other.text(), largeAgain.text())).noneMatch(text -> text.contains(mark));
        assertThat(large.status()).isEqualTo(200);
        assertThat(node.log())
                .contains("IDEM-0304 Operation 'POST /independent/large'")
                .doesNotContain(mark);
    }

    /** The first is U+2028 in UTF-8. Payara refuses some by itself; {@code KeyHeaderTest} has all of them. */
    @ParameterizedTest
    @Requirement("K7")
    @Requirement("H18")
    @ValueSource(
            strings = {
                "\u00e2\u0080\u00a8",
                "\u00e2\u0080\u00a9",
                "\u001b[31mred\u001b[0m",
                "\u009b31m",
                "\u0085",
                "\u0000",
                "\u0008",
                "\u007f",
                "\u00ff"
            })
    void aKeyThatIsNoTextIsRefusedAndLeavesNothing(String hostile) throws Exception {
        for (String line : List.of(HEADER + hostile + mark, HEADER + '"' + mark + hostile + mark + '"')) {
            Answer refused = wire.post(PATH, mark, line);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).doesNotContain(mark, hostile);
        }
        assertThat(wire.rows("%" + mark + "%")).isEmpty();
        assertThat(wire.effects(mark)).isZero();
        assertThat(node.log()).doesNotContain(mark);
    }

    @ParameterizedTest
    @Requirement("K3")
    @Requirement("H18")
    @ValueSource(strings = {"${jndi:ldap://127.0.0.1/x}", "' or '1'='1", "{0}%n"})
    void aCallersNameIsKeptAsItIsAndShownToNobody(String hostile) throws Exception {
        String caller = "Authorization: Bearer sk_test_" + hostile + mark;
        Answer first = wire.post(PATH, mark, HEADER + mark, caller);

        assertThat(first.status()).isEqualTo(200);
        assertThat(wire.post(PATH, mark, HEADER + mark, caller).sameAs(first)).isTrue();
        assertThat(wire.post(PATH, "other", HEADER + mark, caller).text()).doesNotContain(mark);
        assertThat(wire.rows(mark))
                .extracting(row -> row.getString("caller"))
                .containsExactly("user:" + hostile + mark);
        assertThat(node.log()).doesNotContain(mark);
    }

    @Test
    @Requirement("K7")
    void twoKeyLinesAreNoKey() throws Exception {
        for (String second : List.of(HEADER + mark, HEADER + '"' + mark + "2\"", "idempotency-key: " + mark)) {
            Answer refused = wire.post(PATH, mark, HEADER + mark, second);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(Wire.code(refused)).isEqualTo("key-invalid");
        }
        assertThat(wire.rows("%" + mark + "%")).isEmpty();
        assertThat(wire.effects(mark)).isZero();
    }

    /** RFC 9112, section 5.2: a server refuses a folded line, or reads the fold as blanks. */
    @Test
    @Requirement("K7")
    void aFoldedKeyLineIsRefusedOrOneLineWithBlanks() throws Exception {
        Answer bare = wire.post(PATH, mark, HEADER + mark + "\r\n " + mark);
        Answer quoted = wire.post(PATH, mark, HEADER + '"' + mark + "\r\n\t" + mark + '"');
        Answer secondHeader = wire.post(PATH, mark, HEADER + "\r\n X-Other: " + mark);

        assertThat(bare.status()).isEqualTo(400);
        assertThat(secondHeader.status()).isEqualTo(400);
        assertThat(quoted.status()).isIn(200, 400);
        assertThat(wire.rows("%" + mark + "%"))
                .hasSize(quoted.status() == 200 ? 1 : 0)
                .allSatisfy(row -> assertThat(row.getString("idempotency_key")).matches(mark + " +" + mark));
    }
}
