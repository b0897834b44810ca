// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Mark;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.IdempotencyStore;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Which tier comes first: of two writes the other may be lost, and then nothing wrong may be left to be answered. */
@Requirement("S4")
class TwoTierOrderTest {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Outcome.Completed COMPLETED = new Outcome.Completed(201, List.of(), Bytes.EMPTY);
    private static final Outcome.Failed FAILED = new Outcome.Failed("declined", "");

    private final ClaimRequest request = ClaimRequest.of(
            new Binding("tenant", "charge", "alice", "k"),
            Fingerprint.none(),
            UUID.randomUUID(),
            TIME,
            TIME,
            OnLeaseLost.TAKE_OVER);
    private final Ownership owner = new Ownership(request.recordKey(), request.ownerToken(), 1, 0);
    private final List<String> calls = new ArrayList<>();

    /** Records each call; answers null for a verb that has no answer. An exception as an answer is thrown. */
    private <T> T tier(Class<T> type, String name, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, verb, given) -> {
            if (verb.getName().equals("transactional")) {
                return Optional.empty();
            }
            calls.add(name + " " + verb.getName());
            Object answer = answers.get(verb.getName());
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            return answer;
        }));
    }

    private IdempotencyStore twoTiers(Map<String, Object> durable) {
        HotTier hot = tier(
                HotTier.class,
                "hot",
                Map.of("claim", new Reply.Ask(new Mark(request.recordKey(), request.ownerToken())), "forget", true));
        return Stores.twoTier(hot, tier(IdempotencyStore.class, "durable", durable), Transactions.NONE);
    }

    @Test
    void outcomeIsKeptOnceTheDurableTierHasIt() {
        IdempotencyStore store = twoTiers(Map.of("complete", OwnerWrite.APPLIED, "fail", OwnerWrite.APPLIED));

        store.complete(owner, COMPLETED);
        store.fail(owner, FAILED);

        assertThat(calls).containsExactly("durable complete", "hot keep", "durable fail", "hot keep");
    }

    /** The hot tier has no say in what the durable one answers. */
    @ParameterizedTest
    @EnumSource(OwnerWrite.class)
    void ownersGetTheAnswerOfTheDurableTier(OwnerWrite answer) {
        IdempotencyStore store =
                twoTiers(Map.of("complete", answer, "fail", answer, "release", answer, "renew", answer));

        assertThat(store.complete(owner, COMPLETED)).isEqualTo(answer);
        assertThat(store.fail(owner, FAILED)).isEqualTo(answer);
        assertThat(store.release(owner)).isEqualTo(answer);
        assertThat(store.renew(owner, TIME, TIME)).isEqualTo(answer);
        assertThat(calls).endsWith("durable release", "hot drop", "hot renew", "durable renew");
    }

    @Test
    void claimsGetTheAnswerOfTheTierThatKnows() {
        Claim completed = new Claim.Completed(COMPLETED);
        for (Claim answer : List.of(acquired(1), completed, new Claim.Failed(FAILED), new Claim.KeyReused())) {
            assertThat(twoTiers(Map.of("claim", answer)).claim(request)).isSameAs(answer);
        }
        calls.clear();

        HotTier known = tier(HotTier.class, "hot", Map.of("claim", new Reply.Known(completed, Fingerprint.none())));
        assertThat(Stores.twoTier(known, tier(IdempotencyStore.class, "durable", Map.of()), Transactions.NONE)
                        .claim(request))
                .isSameAs(completed);
        assertThat(calls).containsExactly("hot claim");
        calls.clear();

        HotTier without = tier(HotTier.class, "hot", Map.of("claim", new Reply.Ask(null)));
        assertThat(Stores.twoTier(
                                without,
                                tier(IdempotencyStore.class, "durable", Map.of("claim", completed)),
                                Transactions.NONE)
                        .claim(request))
                .isSameAs(completed);
        assertThat(calls).as("there is no mark to warm").containsExactly("hot claim", "durable claim");
    }

    @Test
    void outcomeThatTheDurableTierRefusesIsNotKept() {
        IdempotencyStore store = twoTiers(Map.of("complete", OwnerWrite.NOT_OWNER, "fail", OwnerWrite.NOT_OWNER));

        store.complete(owner, COMPLETED);
        store.fail(owner, FAILED);

        assertThat(calls).containsExactly("durable complete", "hot drop", "durable fail", "hot drop");
    }

    @Test
    @Requirement("H7")
    void outcomeOfWhichNobodyKnowsWhetherItIsStoredIsNotKept() {
        RuntimeException lost = new StoreUnavailableException("lost", null);
        IdempotencyStore store = twoTiers(Map.of("complete", lost, "fail", lost));

        assertThatThrownBy(() -> store.complete(owner, COMPLETED)).isSameAs(lost);
        assertThatThrownBy(() -> store.fail(owner, FAILED)).isSameAs(lost);

        assertThat(calls).containsExactly("durable complete", "durable fail");
    }

    @Test
    void outcomeThatTheDurableTierAnswersIsWarmed() {
        twoTiers(Map.of("claim", new Claim.Completed(COMPLETED))).claim(request);
        twoTiers(Map.of("claim", new Claim.Failed(FAILED))).claim(request);

        assertThat(calls)
                .containsExactly("hot claim", "durable claim", "hot warm", "hot claim", "durable claim", "hot warm");
    }

    @Test
    void markOfAClaimThatIsRefusedOrUnansweredIsTakenAway() {
        twoTiers(Map.of("claim", new Claim.KeyReused())).claim(request);
        RuntimeException lost = new StoreUnavailableException("lost", null);
        assertThatThrownBy(() -> twoTiers(Map.of("claim", lost)).claim(request)).isSameAs(lost);

        assertThat(calls)
                .containsExactly("hot claim", "durable claim", "hot drop", "hot claim", "durable claim", "hot drop");
    }

    /** The mark has the request's own fingerprint, the record perhaps another that the request accepts. */
    @Test
    @Requirement("C14")
    @Requirement("K6")
    void outcomeOfARecordWithPerhapsAnotherFingerprintIsNotWarmed() {
        ClaimRequest accepting = accepting(Fingerprint.of(new byte[] {1}));

        twoTiers(Map.of("claim", new Claim.Completed(COMPLETED))).claim(accepting);
        twoTiers(Map.of("claim", new Claim.Failed(FAILED))).claim(accepting);

        assertThat(calls)
                .containsExactly("hot claim", "durable claim", "hot drop", "hot claim", "durable claim", "hot drop");
    }

    @Test
    @Requirement("C14")
    @Requirement("K6")
    void takerOfARecordWithPerhapsAnotherFingerprintLeavesNoMarkToKeepItsOutcomeFor() {
        ClaimRequest accepting = accepting(Fingerprint.of(new byte[] {1}));

        twoTiers(Map.of("claim", acquired(2))).claim(accepting);
        assertThat(calls).containsExactly("hot claim", "durable claim", "hot drop");

        calls.clear();
        twoTiers(Map.of("claim", acquired(1))).claim(accepting);
        twoTiers(Map.of("claim", acquired(2))).claim(request);
        assertThat(calls)
                .as("a record of its own, and one that it knows the fingerprint of")
                .containsExactly("hot claim", "durable claim", "hot claim", "durable claim");
    }

    private Claim acquired(int attempt) {
        return new Claim.Acquired(new Ownership(request.recordKey(), request.ownerToken(), attempt, 0));
    }

    private ClaimRequest accepting(Fingerprint other) {
        return new ClaimRequest(
                request.recordKey(),
                request.binding(),
                request.fingerprint(),
                request.ownerToken(),
                request.lease(),
                request.retention(),
                request.onLeaseLost(),
                List.of(other));
    }

    /** In a transaction likewise: what is claimed there is kept by what was marked before. */
    @Test
    @Requirement("C14")
    void takerInATransactionLeavesNoMarkEither() {
        HotTier hot = tier(
                HotTier.class,
                "hot",
                Map.of("claim", new Reply.Ask(new Mark(request.recordKey(), request.ownerToken()))));
        TransactionalVerbs durable =
                tier(TransactionalVerbs.class, "durable", Map.of("claimInTransaction", Optional.of(acquired(2))));
        TransactionalVerbs verbs = new TwoTierVerbs(hot, durable, Transactions.NONE);

        verbs.claimInTransaction(accepting(Fingerprint.of(new byte[] {1})), TIME);

        assertThat(calls).containsExactly("hot claim", "durable claimInTransaction", "hot drop");
    }

    @Test
    void hotTierForgetsFirstAndRemembersLast() {
        IdempotencyStore store =
                twoTiers(Map.of("release", OwnerWrite.APPLIED, "renew", OwnerWrite.APPLIED, "delete", true));

        store.release(owner);
        store.renew(owner, TIME, TIME);
        store.delete(request.recordKey());

        assertThat(calls)
                .containsExactly(
                        "durable release", "hot drop", "hot renew", "durable renew", "durable delete", "hot forget");
    }
}
