// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.internal.FramedDigest;
import ee.idempotency.it.http.war.Records;
import ee.idempotency.tck.Requirement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that somebody changed who can write to the table, without and with the checksum. */
@ExtendWith(OneNode.class)
class TamperedRecordIT {

    private static final String PATH = "/independent/effect";
    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String WHERE = " where idempotency_key = ?";

    private final Wire wire;
    private final String key = "key-" + UUID.randomUUID();
    private final String work = "work-" + UUID.randomUUID();

    TamperedRecordIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    private Answer post() throws Exception {
        return wire.post(PATH, work, "Idempotency-Key: " + key);
    }

    @ParameterizedTest
    @Requirement("H2")
    @Requirement("C12")
    @CsvSource({
        "body,hex:6d696e65,500,damaged-record",
        "status,int:202,500,damaged-record",
        "headers,Location: /elsewhere,500,damaged-record",
        "headers,'',500,damaged-record",
        "outcome_hash,hex:" + ZEROS + ",500,damaged-record",
        "fingerprint,hex:01" + ZEROS + ",422,key-reused",
        "fingerprint,hex:7f" + ZEROS + ",500,damaged-record",
        "caller,user:mallory,422,key-collision",
        "tenant,other,422,key-collision",
        "operation,POST /other,422,key-collision"
    })
    void isRefusedAndNothingRuns(String column, String value, int status, String code) throws Exception {
        Answer first = post();
        assertThat(wire.sql("update idempotency_record set " + column + " = ?" + WHERE, value, key))
                .isEqualTo("1");
        Answer repeat = post();

        assertThat(repeat.status()).isEqualTo(status);
        assertThat(Wire.code(repeat)).isEqualTo(code);
        assertThat(repeat.text()).doesNotContain(first.text(), key);
        assertThat(wire.effects(work)).isOne();
    }

    @ParameterizedTest
    @Requirement("S1")
    @ValueSource(
            strings = {
                "state = 'IN_PROGRESS'",
                "state = 'FAILED'",
                "state = 'HACKED'",
                "outcome_hash = null",
                "headers = null",
                "status = 600",
                "failure_code = 'x'",
                "attempt = 0",
                "expires_at = created_at"
            })
    void theDatabaseRefusesStatesThatCannotBe(String change) throws Exception {
        Answer first = post();

        assertThat(wire.sql("update idempotency_record set " + change + WHERE, key))
                .startsWith("refused");
        assertThat(post().sameAs(first)).isTrue();
    }

    private void forge(int status, String headers, String body) throws Exception {
        byte[] hash = new FramedDigest("idempotency-outcome/v1")
                .text(Integer.toString(status))
                .text(headers)
                .bytes(body.getBytes(UTF_8))
                .digest();
        assertThat(wire.sql(
                        "update idempotency_record set status = ?, headers = ?, body = ?, outcome_hash = ?" + WHERE,
                        Records.NUMBER + status,
                        headers,
                        hex(body.getBytes(UTF_8)),
                        hex(hash),
                        key))
                .isEqualTo("1");
    }

    private static String hex(byte[] bytes) {
        return Records.BYTES + HexFormat.of().formatHex(bytes);
    }

    /** The checksum is not a signature: see SECURITY.md. */
    @Test
    @Requirement("H14")
    void aForgedAnswerSetsNoCookiesAndTalksToNoProxy() throws Exception {
        post();
        forge(
                200,
                "Set-Cookie: a=b\nContent-Type: text/plain\nConnection: close, X-Hop\nTransfer-Encoding: chunked\n"
                        + "Content-Length: 1\nWWW-Authenticate: Basic\nIdempotency-Replayed: no\nETag: \"x\"",
                "forged");
        Answer replay = post();

        assertThat(replay.text()).isEqualTo("forged");
        assertThat(replay.headers("ETag")).containsExactly("\"x\"");
        assertThat(replay.headers("Idempotency-Replayed")).containsExactly("true");
        for (String name : List.of("Set-Cookie", "Transfer-Encoding", "WWW-Authenticate")) {
            assertThat(replay.headers(name)).as(name).isEmpty();
        }
        assertThat(replay.headers("Content-Length")).doesNotContain("1");
        assertThat(replay.headers("Connection")).doesNotContain("close, X-Hop");
    }

    @ParameterizedTest
    @Requirement("H14")
    @Requirement("H2")
    @ValueSource(
            strings = {
                "ETag: a\rEvil: 1",
                "ETag: a\u0085Evil: 1",
                "ETag: a\u000bEvil: 1",
                "ETag: a\u560d\u560aEvil: 1",
                "Evil\u010a: 1",
                "E vil: 1",
                "no name",
                ": no name"
            })
    void aForgedHeaderThatIsNoneIsNotReplayed(String headers) throws Exception {
        assertNotReplayed(200, headers);
    }

    @ParameterizedTest
    @Requirement("H2")
    @ValueSource(ints = {0, 100})
    void aForgedStatusThatEndsNoRequestIsNotReplayed(int status) throws Exception {
        assertNotReplayed(status, "ETag: a");
    }

    private void assertNotReplayed(int status, String headers) throws Exception {
        post();
        forge(status, headers, "forged");
        Answer repeat = post();

        assertThat(Wire.code(repeat)).isEqualTo("damaged-record");
        assertThat(repeat.headers("Evil")).isEmpty();
        assertThat(repeat.text()).doesNotContain("forged");
        assertThat(wire.effects(work)).isOne();
    }
}
