// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.spi.Transactions;
import ee.idempotency.testing.Requirement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened in a transaction reaches the hot tier once the transaction has ended. */
@Requirement("S4")
class TwoTierTransactionTest {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Outcome.Completed COMPLETED = new Outcome.Completed(201, List.of(), Bytes.EMPTY);

    private final ClaimRequest request = ClaimRequest.of(
            new Binding("tenant", "charge", "alice", "k"),
            Fingerprint.none(),
            UUID.randomUUID(),
            TIME,
            TIME,
            OnLeaseLost.TAKE_OVER);
    private final Ownership owner = new Ownership(request.recordKey(), request.ownerToken(), 1, 0);
    private final Mark mark = new Mark(request.recordKey(), request.ownerToken());
    private final List<String> calls = new ArrayList<>();
    private final List<Transactions.EndListener> ends = new ArrayList<>();

    private <T> T fake(Class<T> type, String name, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, verb, given) -> {
            if (verb.getName().equals("onEnd")) {
                ends.add((Transactions.EndListener) given[0]);
            } else {
                calls.add(name + " " + verb.getName());
            }
            return answers.get(verb.getName());
        }));
    }

    private TwoTierVerbs verbs(Map<String, Object> hot, Map<String, Object> durable) {
        return new TwoTierVerbs(
                fake(HotTier.class, "hot", hot),
                fake(TransactionalVerbs.class, "durable", durable),
                fake(Transactions.class, "transactions", Map.of()));
    }

    private void end(boolean committed) {
        ends.forEach(listener -> listener.ended(committed));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("X3")
    void anOutcomeIsKeptOnceItIsCommittedAndNotBefore(boolean committed) {
        TwoTierVerbs verbs = verbs(Map.of(), Map.of("settleInTransaction", OwnerWrite.APPLIED));

        assertThat(verbs.settleInTransaction(owner, COMPLETED)).isEqualTo(OwnerWrite.APPLIED);
        assertThat(calls).containsExactly("durable settleInTransaction");
        end(committed);

        assertThat(calls.contains("hot keep")).isEqualTo(committed);
    }

    @Test
    void anOutcomeOfSomebodyElseIsNotKept() {
        TwoTierVerbs verbs = verbs(Map.of(), Map.of("settleInTransaction", OwnerWrite.NOT_OWNER));

        assertThat(verbs.settleInTransaction(owner, COMPLETED)).isEqualTo(OwnerWrite.NOT_OWNER);
        end(true);

        assertThat(calls).containsExactly("durable settleInTransaction");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMarkOfAClaimGoesWithItsTransaction(boolean committed) {
        Optional<Claim> acquired = Optional.of(new Claim.Acquired(owner));
        TwoTierVerbs verbs = verbs(Map.of("claim", new Reply.Ask(mark)), Map.of("claimInTransaction", acquired));

        assertThat(verbs.claimInTransaction(request, TIME)).isEqualTo(acquired);
        assertThat(calls).containsExactly("hot claim", "durable claimInTransaction");
        end(committed);

        assertThat(calls.contains("hot drop")).isEqualTo(!committed);
    }

    @Test
    void theMarkOfAClaimThatIsRefusedOrTimesOutGoesAtOnce() {
        for (Optional<Claim> refused :
                List.of(Optional.<Claim>of(new Claim.Completed(COMPLETED)), Optional.<Claim>empty())) {
            calls.clear();
            verbs(Map.of("claim", new Reply.Ask(mark)), Map.of("claimInTransaction", refused))
                    .claimInTransaction(request, TIME);

            assertThat(calls).containsExactly("hot claim", "durable claimInTransaction", "hot drop");
            assertThat(ends).isEmpty();
        }
    }

    @Test
    void theHotTierAnswersWithOutcomesAndLeavesTheRestToTheDurableOne() {
        Optional<Claim> replay = Optional.of(new Claim.Completed(COMPLETED));
        TwoTierVerbs knows = verbs(Map.of("claim", new Reply.Known(replay.get(), Fingerprint.none())), Map.of());
        assertThat(knows.claimInTransaction(request, TIME)).isEqualTo(replay);
        assertThat(calls).containsExactly("hot claim");

        calls.clear();
        Reply running = new Reply.Known(new Claim.InProgress(TIME), Fingerprint.none());
        TwoTierVerbs asks = verbs(Map.of("claim", running), Map.of("claimInTransaction", replay));
        assertThat(asks.claimInTransaction(request, TIME)).isEqualTo(replay);
        assertThat(calls).as("no mark, none to drop").containsExactly("hot claim", "durable claimInTransaction");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("H7")
    void whetherAnOutcomeIsStoredTheDurableTierReports(boolean settled) {
        assertThat(verbs(Map.of(), Map.of("isSettledBy", settled)).isSettledBy(owner, COMPLETED))
                .isEqualTo(settled);
    }
}
