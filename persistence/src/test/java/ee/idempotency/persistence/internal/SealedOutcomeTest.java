// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.engine.Attempt;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.Requirement;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A completion whose commit got no answer is recognised by its contents, though no outcome is ever sealed alike twice. */
@Requirement("O1")
class SealedOutcomeTest {

    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));
    private static final Outcome.Completed PLAIN =
            new Outcome.Completed(201, List.of(new Header("Location", "/secret")), Bytes.of(new byte[] {1, 2, 3}));

    /** Stores a random text, and opens any text of the same record as {@link #PLAIN}. */
    private static final class RandomSeal implements OutcomeSeal {

        private int sealed;

        @Override
        public Sealer prepare(Place place) {
            return outcome -> {
                sealed++;
                return new Outcome.Completed(
                        0, List.of(new Header("X-Sealed", UUID.randomUUID() + " " + place.recordKey())), Bytes.EMPTY);
            };
        }

        @Override
        public Outcome open(Place place, Outcome stored) {
            String value = ((Outcome.Completed) stored).headers().get(0).value();
            assertThat(value).endsWith(place.recordKey().toString());
            return PLAIN;
        }
    }

    @EveryDatabase
    void isRecognisedThroughAPersistenceUnit(DatabaseKind kind) {
        try (TestNode node = new TestNode(kind.migrated())) {
            assertRecognised(new FaultyTransactions(node), node);
        }
    }

    @EveryDatabase
    void isRecognisedThroughADataSource(DatabaseKind kind) {
        try (DataSourceNode node = new DataSourceNode(kind.migrated())) {
            assertRecognised(new FaultyTransactions(node), node);
        }
    }

    private static void assertRecognised(FaultyTransactions transactions, CurrentTransaction current) {
        RandomSeal seal = new RandomSeal();
        IdempotencyEngine engine = engine(new DurableStore(transactions, current, StoreSettings.DEFAULTS), seal);
        Binding binding =
                new Binding("tenant", "charge", "alice", UUID.randomUUID().toString());
        Attempt attempt = ((BeginResult.Acquired) engine.begin(binding, Fingerprint.none(), OPTIONS)).attempt();
        int before = transactions.begun();

        transactions.loseTheAnswerOfTheNextCommit();
        attempt.complete(PLAIN);

        assertThat(transactions.begun() - before)
                .as("the completion, and the question whether it arrived")
                .isEqualTo(2);
        assertThat(engine.begin(binding, Fingerprint.none(), OPTIONS)).isEqualTo(new BeginResult.Replay(PLAIN));
        assertThat(seal.sealed).as("how often it was sealed").isEqualTo(1);
        assertThat(engine.lookup(binding).orElseThrow().outcome())
                .as("what is stored")
                .isNotEmpty()
                .isNotEqualTo(Optional.of(PLAIN));
    }

    private static IdempotencyEngine engine(DurableStore store, OutcomeSeal seal) {
        ResultCodec unused = (ResultCodec) Proxy.newProxyInstance(
                ResultCodec.class.getClassLoader(), new Class<?>[] {ResultCodec.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        return new IdempotencyEngine(
                store,
                new ResultOutcomes(unused, 1),
                new EngineEnvironment(
                        Transactions.NONE,
                        null,
                        RepeatSettings.defaults(),
                        false,
                        new EngineSeams(List.of(), List.of(), seal)));
    }
}
