// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.testing.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final RecordKey RECORD = new RecordKey(new UUID(1, 2));
    private static final Outcome.Completed OK = completed(201, "Location: /1", "ok");

    @Test
    @Requirement("H2")
    void hashHasThePinnedEncoding() {
        assertThat(hex(OK)).isEqualTo("811491bd8e11930925df35efb0cb3dbe27d8825aef9eb3845482b444c6d0c081");
        assertThat(hex(new Outcome.Completed(201, Header.parse("Location: /1"), null)))
                .isEqualTo("c2ee67abcbf28bb4df6786f59e375d530cc9f41322b90ed454651595fc821466");
    }

    @Test
    @Requirement("H2")
    void hashCoversStatusHeadersAndBodyAndTellsNoBodyFromAnEmptyOne() {
        assertThat(Stream.of(
                                OK,
                                completed(200, "Location: /1", "ok"),
                                completed(201, "Location: /2", "ok"),
                                completed(201, "Location: /1", "OK"),
                                completed(201, "Location: /1o", "k"),
                                completed(201, "Location: /1", ""),
                                new Outcome.Completed(201, Header.parse("Location: /1"), null))
                        .map(Outcome.Completed::hash))
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("H2")
    void damagedAnswerIsReportedAndNotGivenOut() {
        assertThat(OK.verified(RECORD, OK.hash())).isSameAs(OK);
        Bytes otherHash = completed(201, "Location: /1", "okay").hash();

        assertThatThrownBy(() -> OK.verified(RECORD, otherHash))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessageContaining(RECORD.toString());
        assertThatThrownBy(() -> OK.verified(RECORD, Bytes.EMPTY)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    @Requirement("C7")
    void failureIsCutToItsLimits() {
        Outcome.Failed failed = new Outcome.Failed("c".repeat(65), "m".repeat(1025));

        assertThat(failed.code()).isEqualTo("c".repeat(64));
        assertThat(failed.message()).isEqualTo("m".repeat(1024));
        assertThat(new Outcome.Failed("c".repeat(64), "").code()).hasSize(64);
    }

    @Test
    @Requirement("C7")
    void characterIsNeverCutInHalf() {
        String face = "\ud83d\ude00";

        assertThat(new Outcome.Failed("c".repeat(63) + face, "").code()).isEqualTo("c".repeat(63));
        assertThat(new Outcome.Failed("c".repeat(62) + face, "").code()).isEqualTo("c".repeat(62) + face);
        assertThat(new Outcome.Failed("c", "m".repeat(1023) + face + "x").message())
                .isEqualTo("m".repeat(1023));
        assertThat(new Outcome.Failed("c", face.repeat(600)).message()).isEqualTo(face.repeat(512));
    }

    @Test
    @Requirement("C7")
    void charactersThatNoDatabaseStoresBecomeBlanks() {
        assertThat(new Outcome.Failed("a\u0000b", "c\nd\ud800e\u0085").message())
                .isEqualTo("c d e ");
        assertThat(new Outcome.Failed("a\u0000b", "").code()).isEqualTo("a b");
    }

    @Test
    @Requirement("C7")
    void failureNeedsACode() {
        assertThatThrownBy(() -> new Outcome.Failed("", "why")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Requirement("H18")
    void bytesDoNotChangeAndDoNotShow() {
        byte[] content = {1, 2, 3};
        Bytes bytes = Bytes.of(content);
        content[0] = 9;
        bytes.toArray()[1] = 9;

        assertThat(bytes.toArray()).containsExactly(1, 2, 3);
        assertThat(bytes).isEqualTo(Bytes.of(new byte[] {1, 2, 3})).isNotEqualTo(Bytes.EMPTY);
        assertThat(bytes.length()).isEqualTo(3);
        assertThat(List.of(bytes.toString(), OK.toString())).noneMatch(text -> text.contains("ok"));
    }

    private static Outcome.Completed completed(int status, String headers, String body) {
        return new Outcome.Completed(status, Header.parse(headers), Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(Outcome.Completed outcome) {
        return HexFormat.of().formatHex(outcome.hash().toArray());
    }
}
