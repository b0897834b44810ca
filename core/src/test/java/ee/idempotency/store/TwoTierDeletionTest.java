// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ChangeRefusedException.Reason;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.AdministrativeVerbs;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.RecordChange;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.spi.Transactions;
import ee.idempotency.testing.Requirement;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator takes away in the durable tier, the hot tier does not go on answering. */
@Requirement("S4")
class TwoTierDeletionTest {

    private static final ChangeNote NOTE = new ChangeNote("root", "the owner is dead");

    private final RecordKey key = new Binding("tenant", "charge", "alice", "k").recordKey();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Object> answers = new HashMap<>(Map.of("forget", true, "sweep", 3));

    private final IdempotencyStore store =
            Stores.twoTier(tier(HotTier.class, "hot"), tier(IdempotencyStore.class, "durable"), Transactions.NONE);

    private <T> T tier(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, verb, given) -> {
            switch (verb.getName()) {
                case "transactional" -> {
                    return Optional.empty();
                }
                case "administrative" -> {
                    return Optional.of(tier(AdministrativeVerbs.class, name));
                }
                default -> calls.add(name + " " + verb.getName());
            }
            Object answer = answers.get(verb.getName());
            if (answer instanceof RuntimeException failure) {
                throw failure;
            }
            return verb.getReturnType() == void.class ? null : answer;
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletedRecordIsForgottenOnceItIsGone(boolean existed) {
        answers.put("delete", existed);

        assertThat(store.delete(key)).isEqualTo(existed);

        assertThat(calls).containsExactly("durable delete", "hot forget");
    }

    @Test
    void aDeletionThatTheHotTierDoesNotConfirmIsReported() {
        answers.put("delete", true);
        answers.put("forget", false);

        assertThatThrownBy(() -> store.delete(key))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("delete it again");
    }

    @Test
    @Requirement("O6")
    void aChangedRecordIsForgottenAndOneThatIsLookedAtIsNot() {
        AdministrativeVerbs verbs = store.administrative().orElseThrow();

        verbs.change(key, 1, new RecordChange.Delete(), NOTE);
        verbs.change(key, 1, new RecordChange.Reveal(), NOTE);

        assertThat(calls).containsExactly("durable change", "hot forget", "durable change");
    }

    /** A change that is stale may have been made by a call that did not hear of it. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void aRefusedChangeIsForgottenOnlyIfItMayHaveBeenMade(Reason reason) {
        answers.put("change", new ChangeRefusedException("Record", reason, "no"));
        AdministrativeVerbs verbs = store.administrative().orElseThrow();

        assertThatThrownBy(() -> verbs.change(key, 1, new RecordChange.Delete(), NOTE))
                .isInstanceOf(ChangeRefusedException.class);

        assertThat(calls.contains("hot forget")).isEqualTo(reason == Reason.STALE_VERSION);
    }

    @Test
    void aChangeThatTheHotTierDoesNotConfirmIsReported() {
        answers.put("forget", false);
        AdministrativeVerbs verbs = store.administrative().orElseThrow();

        assertThatThrownBy(() -> verbs.change(key, 1, new RecordChange.Delete(), NOTE))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("until it is refused as stale");
        assertThatCode(() -> verbs.change(key, 1, new RecordChange.Reveal(), NOTE))
                .doesNotThrowAnyException();
    }

    @Test
    @Requirement("A5")
    void aSweepIsOfBothTiersAndCountsTheDurableOne() {
        assertThat(store.sweep(10)).isEqualTo(3);
        assertThat(calls).containsExactly("hot sweep", "durable sweep");
    }
}
