// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge is judged: it sees what must not be, and nothing else. */
class CheckerTest {

    private static final Key KEY = new Key("k", Mode.INDEPENDENT);
    private static final Reply.Success FIRST = new Reply.Success(200, "effect-1 filler", false);
    private static final Reply.Success REPLAY = new Reply.Success(200, "effect-1 filler", true);

    @Test
    void findsNothingWrongWithAReplay() {
        Verdict verdict = strictly(List.of(FIRST, new Reply.Unknown("cut"), REPLAY), "effect-1");

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.successes()).isEqualTo(2);
        assertThat(verdict.replays()).isEqualTo(1);
        assertThat(verdict.unknown()).isEqualTo(1);
    }

    @Test
    void findsASecondEffect() {
        assertThat(strictly(List.of(FIRST), "effect-1", "effect-2").violations())
                .singleElement()
                .asString()
                .contains("2 effects");
    }

    @Test
    void countsASecondEffectApartWhereTheModeAllowsIt() {
        Verdict verdict = Checker.afterFaults(events(List.of(FIRST)), Map.of("k", List.of("effect-1", "effect-2")));

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.repeatedEffects()).isEqualTo(1);
    }

    @Test
    void findsAChangedAnswer() {
        Reply.Success changed = new Reply.Success(200, "effect-1 other", true);
        assertThat(strictly(List.of(FIRST, changed), "effect-1").violations()).hasSize(1);
        assertThat(strictly(List.of(FIRST, new Reply.Success(201, FIRST.body(), true)), "effect-1")
                        .violations())
                .hasSize(1);
    }

    @Test
    void findsAnAcknowledgedEffectThatIsLost() {
        assertThat(strictly(List.of(FIRST)).violations()).hasSize(1);
        assertThat(strictly(List.of(FIRST), "effect-2").violations()).hasSize(1);
    }

    @Test
    void findsARefusalThatNoFaultExplains() {
        assertThat(strictly(List.of(new Reply.Refused(422, "key-reused", false)))
                        .violations())
                .hasSize(1);
        assertThat(strictly(List.of(new Reply.Refused(409, "in-progress", true)))
                        .violations())
                .isEmpty();
    }

    @Test
    void takesNotFoundForANodeThatStartsOnlyWhereOneDied() {
        Reply notFound = new Reply.Refused(404, "404", false);

        assertThat(strictly(List.of(notFound)).violations()).hasSize(1);
        assertThat(Checker.afterFaults(events(List.of(notFound)), Map.of()).violations())
                .isEmpty();
    }

    private static Verdict strictly(List<Reply> replies, String... effects) {
        return Checker.whileAllLive(events(replies), Map.of("k", List.of(effects)));
    }

    private static List<History.Event> events(List<Reply> replies) {
        return replies.stream()
                .map(reply -> new History.Event(KEY, 1, 0, 0, reply))
                .toList();
    }
}
