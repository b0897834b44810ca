// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord.State;
import ee.idempotency.spi.IdempotencyStore;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Explores interleavings of the in-memory store's verbs and looks for one whose answers no order of the calls explains.
 * The clock stands still, so no claim is taken over and every ownership is of attempt 1; all verbs are linearizable then.
 */
@Requirement("C1")
@Requirement("C3")
@Requirement("S2")
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "owner", gen = IntGen.class, conf = "1:3")
public class InMemoryStoreLinearizabilityTest {

    private static final int KEYS = 2;
    private static final int OWNERS = 3;

    /** Made beforehand: the checker must see the store at work, not the making of keys and hashes. */
    private static final ClaimRequest[][] REQUESTS = new ClaimRequest[KEYS + 1][OWNERS + 1];

    private static final Ownership[][] OWNERSHIPS = new Ownership[KEYS + 1][OWNERS + 1];
    private static final Outcome.Completed ANSWER = Requests.answer("done");
    private static final Outcome.Failed FAILURE = Requests.failure("failed");

    static {
        for (int key = 1; key <= KEYS; key++) {
            for (int owner = 1; owner <= OWNERS; owner++) {
                ClaimRequest request = request(new RecordKey(new UUID(0, key)), new UUID(1, owner));
                REQUESTS[key][owner] = request;
                OWNERSHIPS[key][owner] = new Ownership(request.recordKey(), request.ownerToken(), 1, 0);
            }
        }
    }

    private final IdempotencyStore store = new InMemoryIdempotencyStore(() -> Instant.EPOCH, 100);

    @Operation
    public String claim(@Param(name = "key") int key, @Param(name = "owner") int owner) {
        return store.claim(REQUESTS[key][owner]).getClass().getSimpleName();
    }

    @Operation
    public OwnerWrite complete(@Param(name = "key") int key, @Param(name = "owner") int owner) {
        return store.complete(OWNERSHIPS[key][owner], ANSWER);
    }

    @Operation
    public OwnerWrite fail(@Param(name = "key") int key, @Param(name = "owner") int owner) {
        return store.fail(OWNERSHIPS[key][owner], FAILURE);
    }

    @Operation
    public OwnerWrite release(@Param(name = "key") int key, @Param(name = "owner") int owner) {
        return store.release(OWNERSHIPS[key][owner]);
    }

    @Operation
    public State lookup(@Param(name = "key") int key) {
        return store.lookup(REQUESTS[key][1].recordKey()).map(record -> record.state()).orElse(null);
    }

    @Operation
    public boolean delete(@Param(name = "key") int key) {
        return store.delete(REQUESTS[key][1].recordKey());
    }

    @Test
    void everyInterleavingIsExplainedByAnOrderOfTheCalls() {
        new ModelCheckingOptions()
                .iterations(6)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .invocationsPerIteration(150)
                .check(getClass());
    }

    private static ClaimRequest request(RecordKey recordKey, UUID token) {
        return new ClaimRequest(
                recordKey,
                new Binding("acme", "charge", "", "key"),
                Fingerprint.none(),
                token,
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                OnLeaseLost.TAKE_OVER);
    }
}
