// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.TransactionalVerbs;
import ee.idempotency.testing.Requirement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each verb of a part of a store: inside it asks for another record, outside it looks as if there were no parts. */
@Requirement("S8")
class NamespacedStoreTest {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.EPOCH;
    private static final Outcome.Completed COMPLETED = new Outcome.Completed(201, List.of(), Bytes.EMPTY);
    private static final Outcome.Failed FAILED = new Outcome.Failed("declined", "");
    private static final ChangeNote NOTE = new ChangeNote("root", "the owner is dead");

    private final Binding binding = new Binding("tenant", "charge", "alice", "k");
    private final RecordKey outside = binding.recordKey();
    private final RecordKey inside = new Namespace("shop").inside(outside);
    private final ClaimRequest request =
            ClaimRequest.of(binding, Fingerprint.none(), UUID.randomUUID(), TIME, TIME, OnLeaseLost.TAKE_OVER);
    private final Ownership owner = new Ownership(outside, request.ownerToken(), 1, 0);
    private final Ownership ownerInside = new Ownership(inside, request.ownerToken(), 1, 0);

    /** The records that the shared store was asked for. */
    private final List<RecordKey> asked = new ArrayList<>();

    private final Map<String, Object> answers = new HashMap<>(Map.of(
            "transactional", Optional.of(shared(TransactionalVerbs.class)),
            "administrative", Optional.of(shared(AdministrativeVerbs.class)),
            "records", Optional.of(shared(RecordBrowser.class))));

    private final IdempotencyStore store = Stores.namespaced("shop", shared(IdempotencyStore.class));

    private <T> T shared(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, verb, given) -> {
            if (given != null) {
                asked.add(keyOf(given[0]));
            }
            Object answer = answers.get(verb.getName());
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            return answer;
        }));
    }

    private static RecordKey keyOf(Object argument) {
        if (argument instanceof ClaimRequest asking) {
            return asking.recordKey();
        }
        if (argument instanceof Ownership claimed) {
            return claimed.recordKey();
        }
        return argument instanceof RecordKey key ? key : new RecordKey(new UUID(0, 0));
    }

    @Test
    void aClaimIsOfTheRecordInside() {
        answers.put("claim", new Claim.Acquired(ownerInside));
        answers.put("claimInTransaction", Optional.of(new Claim.Acquired(ownerInside)));

        assertThat(store.claim(request)).isEqualTo(new Claim.Acquired(owner));
        assertThat(store.transactional().orElseThrow().claimInTransaction(request, TIME))
                .contains(new Claim.Acquired(owner));

        assertThat(asked).containsExactly(inside, inside);
    }

    @Test
    void theOwnersWritesAreOfTheRecordInside() {
        for (OwnerWrite written : OwnerWrite.values()) {
            for (String verb : List.of("complete", "fail", "release", "renew", "settleInTransaction")) {
                answers.put(verb, written);
            }
            TransactionalVerbs verbs = store.transactional().orElseThrow();

            assertThat(List.of(
                            store.complete(owner, COMPLETED),
                            store.fail(owner, FAILED),
                            store.release(owner),
                            store.renew(owner, TIME, TIME),
                            verbs.settleInTransaction(owner, COMPLETED)))
                    .containsOnly(written);
        }
        assertThat(asked).hasSize(5 * OwnerWrite.values().length).containsOnly(inside);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSettledOrDeletedIsTheRecordInside(boolean answer) {
        answers.put("isSettledBy", answer);
        answers.put("delete", answer);

        assertThat(store.transactional().orElseThrow().isSettledBy(owner, COMPLETED))
                .isEqualTo(answer);
        assertThat(store.delete(outside)).isEqualTo(answer);

        assertThat(asked).containsExactly(inside, inside);
    }

    @Test
    void whatIsReadHasTheKeyThatWasAskedFor() {
        answers.put(
                "lookup",
                Optional.of(new IdempotencyRecord(
                        inside,
                        binding,
                        Fingerprint.none(),
                        State.COMPLETED,
                        1,
                        2,
                        Optional.empty(),
                        OnLeaseLost.TAKE_OVER,
                        NOW,
                        NOW.plus(TIME),
                        Optional.of(COMPLETED))));

        assertThat(store.lookup(outside).orElseThrow().recordKey()).isEqualTo(outside);
        assertThat(asked).containsExactly(inside);
    }

    @Test
    void onlyRecordsOfThisPartAreListedUnderTheirKeysOutside() {
        RecordKey office = new Namespace("office").inside(outside);
        answers.put("page", new Page(List.of(summary(inside), summary(office), summary(outside)), 3, Optional.empty()));

        Page page = store.records().orElseThrow().page(Filter.ALL, Optional.empty(), 3);

        assertThat(page.records()).containsExactly(summary(outside));
        assertThat(page.visited()).isEqualTo(3);
    }

    @Test
    @Requirement("O6")
    void administrationIsOfTheRecordInside() {
        AdministrativeVerbs verbs = store.administrative().orElseThrow();
        AuditEntry entry = new AuditEntry(NOW, inside, "charge", RecordChange.Verb.DELETE, State.COMPLETED, 2, NOTE);
        answers.put("show", Optional.of(summary(inside)));
        answers.put("audit", List.of(entry));

        verbs.change(outside, 2, new RecordChange.Delete(), NOTE);
        assertThat(verbs.show(outside)).contains(summary(outside));
        assertThat(verbs.audit(outside, 1)).containsExactly(entry.withKey(outside));
        answers.put("change", RecordChange.stale(inside));
        assertThatThrownBy(() -> verbs.change(outside, 2, new RecordChange.Delete(), NOTE))
                .isInstanceOfSatisfying(
                        ChangeRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ChangeRefusedException.Reason.STALE_VERSION))
                .hasMessageStartingWith("Record [" + outside + "]");

        assertThat(asked).hasSize(4).containsOnly(inside);
    }

    private Summary summary(RecordKey key) {
        return new Summary(
                key,
                binding,
                State.COMPLETED,
                1,
                2,
                Optional.empty(),
                false,
                OnLeaseLost.TAKE_OVER,
                NOW,
                NOW.plus(TIME));
    }
}
