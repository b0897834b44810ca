// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Outcomes come back as they were stored. */
interface OutcomeContract extends StoreContract {

    @Test
    @Requirement("H2")
    default void answerIsReplayedToEveryRepeatOnEveryNode() {
        ClaimRequest first = request("replayed");
        probe().acquireAndComplete(first, answer("once"));

        for (int turn = 0; turn < 4; turn++) {
            assertThat(probe().claimOnNode(turn, repeat(first))).isEqualTo(new Claim.Completed(answer("once")));
        }
        IdempotencyRecord record = probe().record(first);
        assertThat(record.state()).isEqualTo(State.COMPLETED);
        assertThat(record.outcome()).contains(answer("once"));
        assertThat(record.binding()).isEqualTo(first.binding());
    }

    @Test
    @Requirement("H13")
    default void emptyBodyIsAnAnswerAndNotTheAbsenceOfOne() {
        assertReplayed("no content", new Outcome.Completed(204, List.of(), Bytes.EMPTY));
        assertReplayed(
                "null result", new Outcome.Completed(0, Header.parse("Content-Type: application/json"), Bytes.EMPTY));
    }

    @Test
    @Requirement("H12")
    default void bodyThatWasNotRetainedDiffersFromAnEmptyOne() {
        assertReplayed("not retained", new Outcome.Completed(200, Header.parse("Location: /payments/1"), null));
    }

    @Test
    @Requirement("H13")
    default void binaryBodyOfOneMebibyteSurvives() {
        byte[] body = new byte[1024 * 1024];
        new Random(20260101).nextBytes(body);

        assertReplayed(
                "binary",
                new Outcome.Completed(200, Header.parse("Content-Type: application/octet-stream"), Bytes.of(body)));
    }

    @Test
    @Requirement("H13")
    default void bodyThatIsNoTextSurvives() {
        byte[] everyByte = new byte[256];
        for (int value = 0; value < everyByte.length; value++) {
            everyByte[value] = (byte) value;
        }

        assertReplayed(
                "every byte",
                new Outcome.Completed(200, Header.parse("Content-Type: text/plain"), Bytes.of(everyByte)));
    }

    @Test
    @Requirement("H13")
    default void severalLinesOfOneHeaderSurviveInTheirOrder() {
        String headers = """
                Content-Type: text/html;charset=ISO-8859-1
                Link: </a>; rel="next"
                Link: </b>; rel="prev", </c>; rel="up"
                Vary: Accept
                Vary: Accept-Language
                X-Empty:\s
                X-Latin: caf\u00e9""";

        assertReplayed("headers", new Outcome.Completed(303, Header.parse(headers), Bytes.EMPTY));
        assertReplayed(
                "long headers", new Outcome.Completed(303, Header.parse("X-Long: " + "v".repeat(7000)), Bytes.EMPTY));
    }

    private void assertReplayed(String key, Outcome.Completed outcome) {
        ClaimRequest first = request(key);
        probe().acquireAndComplete(first, outcome);

        assertThat(probe().claim(repeat(first))).as(key).isEqualTo(new Claim.Completed(outcome));
        assertThat(probe().record(first).outcome()).as(key).contains(outcome);
    }

    @Test
    @Requirement("C7")
    default void failureIsReportedToEveryRepeatWithCodeAndMessage() {
        ClaimRequest first = request("failed");
        Outcome.Failed failure = new Outcome.Failed("CardDeclined", "insufficient funds: 1 \u20ac is missing");
        probe().acquireAndFail(first, failure);

        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Failed(failure));
        assertThat(probe().claimOnNode(1, repeat(first))).isEqualTo(new Claim.Failed(failure));
        IdempotencyRecord record = probe().record(first);
        assertThat(record.state()).isEqualTo(State.FAILED);
        assertThat(record.outcome()).contains(failure);
    }

    @Test
    @Requirement("C7")
    default void longestFailureFits() {
        for (String character : new String[] {"x", "\u00e9", "\u20ac", "\ud83d\ude00"}) {
            ClaimRequest first = request("failed with many " + character);
            Outcome.Failed failure = new Outcome.Failed(character.repeat(2000), character.repeat(2000));
            assertThat(failure.code()).hasSize(Outcome.MAX_CODE_LENGTH);
            assertThat(failure.message()).hasSize(Outcome.MAX_MESSAGE_LENGTH);
            probe().acquireAndFail(first, failure);

            assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Failed(failure));
        }
    }

    @Test
    @Requirement("C7")
    default void failureWithoutMessageIsReportedAsSuch() {
        ClaimRequest first = request("failed without words");
        probe().acquireAndFail(first, new Outcome.Failed("IllegalStateException", ""));

        assertThat(probe().claim(repeat(first)))
                .isEqualTo(new Claim.Failed(new Outcome.Failed("IllegalStateException", "")));
    }
}
