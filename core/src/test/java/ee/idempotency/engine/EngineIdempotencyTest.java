// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyKey;
import ee.idempotency.IdempotentCall;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.ResultCodecException;
import ee.idempotency.ResultType;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@Requirement("A2")
class EngineIdempotencyTest {

    private final EngineFixture bench = new EngineFixture();
    private final AtomicReference<String> tenant = new AtomicReference<>("acme");
    private final Idempotency idempotency = new EngineIdempotency(bench.engine, new TextCodec(), tenant::get, OPTIONS);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void callRunsOnceForItsKey() {
        IdempotentCall call = idempotency.operation("charge").key("order", 4711).fingerprint("1 euro");

        assertThat(execute(call)).isEqualTo("run 1");
        assertThat(execute(call)).isEqualTo("run 1");
        assertThat(execute(idempotency.operation("charge").key("order", 4711L).fingerprint("1 euro")))
                .isEqualTo("run 1");
    }

    @Test
    void otherPayloadIsRefused() {
        IdempotentCall call = idempotency.operation("charge").key(1);
        execute(call.fingerprint("1 euro"));

        assertThatThrownBy(() -> execute(call.fingerprint("2 euro"))).isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> execute(call)).isInstanceOf(KeyReusedException.class);
    }

    @Test
    @Requirement("K3")
    void operationTenantAndKeyMakeDifferentRecords() {
        IdempotentCall charge = idempotency.operation("charge");

        assertThat(execute(charge.key(1))).isEqualTo("run 1");
        assertThat(execute(charge.key(2))).isEqualTo("run 2");
        assertThat(execute(charge.key("1"))).isEqualTo("run 3");
        assertThat(execute(idempotency.operation("refund").key(1))).isEqualTo("run 4");
        assertThat(execute(charge.key(1).tenant("other"))).isEqualTo("run 5");
        tenant.set("other");
        assertThat(execute(idempotency.operation("charge").key(1)))
                .as("the resolver's tenant, and the tenant named after the key")
                .isEqualTo("run 5");
    }

    @Test
    @Requirement("K1")
    void keyMadeBeforeIsUsedAsItIs() {
        IdempotencyKey key = IdempotencyKey.of("acme", "orders", 4711);

        assertThat(execute(idempotency.operation("charge").key(key))).isEqualTo("run 1");
        assertThat(execute(idempotency.operation("charge").key(IdempotencyKey.parse(key.toString()))))
                .isEqualTo("run 1");
        assertThat(idempotency
                        .operation("charge")
                        .key(key)
                        .lookup()
                        .orElseThrow()
                        .key())
                .isEqualTo(key.toString());
    }

    @Test
    void descriptionsAreNotChangedByTheStepsThatFollow() {
        IdempotentCall shared = idempotency.operation("charge").key(1);
        IdempotentCall withPayload = shared.fingerprint("1 euro");
        IdempotentCall elsewhere = shared.tenant("other");

        assertThat(execute(shared)).isEqualTo("run 1");
        assertThat(execute(elsewhere)).isEqualTo("run 2");
        assertThatThrownBy(() -> execute(withPayload)).isInstanceOf(KeyReusedException.class);
        assertThat(execute(shared)).isEqualTo("run 1");
    }

    @Test
    void partsAreCopied() {
        Object[] parts = {"order", 1};
        IdempotentCall call = idempotency.operation("charge").key(parts);
        parts[1] = 2;

        execute(call);

        assertThat(execute(idempotency.operation("charge").key("order", 1))).isEqualTo("run 1");
    }

    @Test
    @Requirement("C9")
    void leaseRetentionAndLostLeaseAreOfTheCall() {
        IdempotentCall call = idempotency
                .operation("charge")
                .key(1)
                .lease(Duration.ofSeconds(5))
                .retention(Duration.ofHours(1))
                .onLeaseLost(OnLeaseLost.NEVER_RE_EXECUTE);

        call.execute(String.class, () -> {
            OperationStatus running = call.lookup().orElseThrow();
            assertThat(running.leaseUntil()).contains(bench.clock.instant().plusSeconds(5));
            assertThat(running.expiresAt()).isEqualTo(bench.clock.instant().plusSeconds(3600));
            assertThat(running.onLeaseLost()).isEqualTo(OnLeaseLost.NEVER_RE_EXECUTE);
            return "done";
        });
    }

    @Test
    @Requirement("C7")
    void exceptionNamedByTheCallIsAnAnswerAndPassesUnchanged() {
        IdempotentCall call = idempotency.operation("charge").key(1).failOn(IOException.class);
        IOException thrown = new IOException("declined");

        assertThatThrownBy(() -> call.execute(String.class, () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThatThrownBy(() -> execute(call)).isInstanceOf(PreviouslyFailedException.class);
    }

    @Test
    void voidWorkRunsOnceToo() {
        IdempotentCall call = idempotency.operation("notify").key(1);
        for (int repeat = 0; repeat < 2; repeat++) {
            assertThat(call.execute(Void.class, () -> {
                        runs.incrementAndGet();
                        return null;
                    }))
                    .isNull();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    @Requirement("C8")
    void lookupClaimsNothing() {
        IdempotentCall call = idempotency.operation("charge").key(1);

        assertThat(call.lookup()).isEmpty();
        assertThat(execute(call)).isEqualTo("run 1");
        assertThat(call.lookup().orElseThrow().state()).isEqualTo(State.COMPLETED);
    }

    @Test
    @Requirement("A13")
    void aResultOfAGenericTypeIsDecodedToIt() {
        AtomicReference<Type> decodedTo = new AtomicReference<>();
        Idempotency lists = new EngineIdempotency(
                new IdempotencyEngine(
                        bench.store, new ResultOutcomes(new ListCodec(decodedTo), EngineFixture.MAX_RESULT)),
                new TextCodec(),
                tenant::get,
                OPTIONS);
        ResultType<List<String>> names = new ResultType<>() {};

        List<String> first = lists.operation("names").key(1).execute(names, () -> List.of("Ada", "Bob"));
        decodedTo.set(String.class);
        List<String> repeat = lists.operation("names").key(1).execute(names, List::of);

        assertThat(repeat).isEqualTo(first).containsExactly("Ada", "Bob");
        assertThat(decodedTo.get()).isEqualTo(names.type());
    }

    /** Lists of text, one a line. */
    private record ListCodec(AtomicReference<Type> decodedTo) implements ResultCodec {

        @Override
        public String mediaType() {
            return "text/x-lines";
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            return String.join(
                            "\n",
                            ((List<?>) value).stream().map(Object::toString).toList())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            decodedTo.set(declaredType);
            return List.of(new String(encoded, StandardCharsets.UTF_8).split("\n"));
        }
    }

    @Test
    @Requirement("A13")
    @Requirement("X5")
    void aSubOperationIsFoundByEveryAttemptOfItsOuterCallAndByNoOther() {
        IdempotentCall part = idempotency.operation("part").subOperation("line", 1);
        for (String outer : List.of("a", "a", "b")) {
            assertThatThrownBy(() -> idempotency.operation("outer").key(outer).execute(String.class, () -> {
                        execute(part);
                        execute(part);
                        throw new IOException("crashed");
                    }))
                    .isInstanceOf(IOException.class);
        }

        assertThat(runs).as("once for a, once for b").hasValue(2);
        assertThatThrownBy(() -> execute(part))
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(InvalidKeyException.Reason.NO_CLAIM));
        assertThatThrownBy(() -> idempotency.operation("part").subOperation(new Object()))
                .isInstanceOf(InvalidKeyException.class);
    }

    @Test
    @Requirement("A13")
    void aSubOperationNeedsNoPartsOfItsOwn() {
        idempotency.operation("outer").key(1).execute(String.class, () -> {
            execute(idempotency.operation("part").subOperation());
            execute(idempotency.operation("part").subOperation());
            execute(idempotency.operation("other part").subOperation());
            execute(idempotency.operation("part").subOperation(1));
            return "done";
        });

        assertThat(runs).hasValue(3);
    }

    @Test
    @Requirement("A13")
    @Requirement("C12")
    void aRecordOfAnotherKeyIsACollisionToLookupAndDelete() {
        Binding asked = new Binding("acme", "charge", "", "asked");
        bench.store.claim(new ClaimRequest(
                asked.recordKey(),
                new Binding("acme", "charge", "", "another"),
                Fingerprint.none(),
                new UUID(1, 2),
                OPTIONS.lease(),
                OPTIONS.retention(),
                OPTIONS.onLeaseLost(),
                List.of()));

        assertThatThrownBy(() -> bench.engine.lookup(asked)).isInstanceOf(KeyCollisionException.class);
        assertThatThrownBy(() -> bench.engine.delete(asked)).isInstanceOf(KeyCollisionException.class);
        assertThat(bench.store.lookup(asked.recordKey())).isPresent();
    }

    @Test
    void mistakesAreReportedWhereTheyAreMade() {
        IdempotentCall call = idempotency.operation("charge");

        assertThatThrownBy(() -> execute(call)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(call::lookup).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> call.key(new Object())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(call::key).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> call.tenant("a b")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> call.lease(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.fingerprint(1)).isInstanceOf(ResultCodecException.class);
        assertThatThrownBy(() -> execute(idempotency.operation(" ").key(1))).isInstanceOf(InvalidKeyException.class);
    }

    private String execute(IdempotentCall call) {
        return call.execute(String.class, () -> "run " + runs.incrementAndGet());
    }
}
