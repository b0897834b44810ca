// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.OnLeaseLost.NEVER_RE_EXECUTE;
import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.failure;
import static ee.idempotency.tck.Requests.lasting;
import static ee.idempotency.tck.Requests.onLeaseLost;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordBrowser;
import ee.idempotency.spi.RecordBrowser.Filter;
import ee.idempotency.spi.RecordBrowser.Page;
import ee.idempotency.spi.RecordBrowser.Position;
import ee.idempotency.spi.RecordBrowser.Summary;
import ee.idempotency.spi.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the {@linkplain ee.idempotency.spi.IdempotencyStore#records() listing} of records must do. A test of a store that
 * has one implements this interface beside extending {@link IdempotencyStoreContract}.
 */
public interface RecordBrowserContract extends StoreContract {

    private List<Summary> list(Filter filter, int limit) {
        RecordBrowser browser = probe().store().records().orElseThrow();
        List<Summary> listed = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            Page page = browser.page(filter, after, limit);
            assertThat(page.visited()).isBetween(page.records().size(), limit);
            listed.addAll(page.records());
            after = page.next();
        } while (after.isPresent());
        return listed;
    }

    private List<RecordKey> keys(Filter filter) {
        return list(filter, 1).stream().map(Summary::recordKey).toList();
    }

    @Test
    @Requirement("C8")
    default void everyRecordIsListedOnceInTheOrderOfExpiryWhateverTheSizeOfAPage() {
        List<RecordKey> inOrder = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            ClaimRequest request = lasting(request("k" + number), LEASE, RETENTION.plusHours(number));
            probe().acquire(request);
            inOrder.add(request.recordKey());
        }

        for (int limit = 1; limit <= 8; limit++) {
            assertThat(list(Filter.ALL, limit).stream().map(Summary::recordKey))
                    .as("pages of " + limit)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    @Requirement("O6")
    default void statesAndSilentOwnersAreDistinguished() {
        ClaimRequest silent = request("silent");
        probe().acquire(silent);
        probe().advance(LEASE.plusHours(1));
        ClaimRequest running = request("running");
        probe().acquire(running);
        ClaimRequest completed = lasting(request("completed"), LEASE, RETENTION.plusHours(1));
        probe().acquireAndComplete(completed, answer("one"));
        ClaimRequest failed = lasting(request("failed"), LEASE, RETENTION.plusHours(2));
        probe().acquireAndFail(failed, failure("declined"));

        assertThat(keys(Filter.leaseOver())).containsExactly(silent.recordKey());
        assertThat(keys(Filter.inState(State.IN_PROGRESS))).containsExactly(silent.recordKey(), running.recordKey());
        assertThat(keys(Filter.inState(State.COMPLETED))).containsExactly(completed.recordKey());
        assertThat(keys(Filter.inState(State.FAILED))).containsExactly(failed.recordKey());
        assertThat(keys(Filter.inState(State.COMPLETED, State.FAILED)))
                .containsExactly(completed.recordKey(), failed.recordKey());
        assertThat(keys(Filter.inState())).isEmpty();
    }

    @Test
    @Requirement("O6")
    default void unresolvedClaimsAreListedAloneAndForEver() {
        ClaimRequest unresolved = onLeaseLost(request("unresolved"), NEVER_RE_EXECUTE);
        probe().acquire(unresolved);
        ClaimRequest silent = request("silent");
        probe().acquire(silent);
        probe().advance(LEASE.plusHours(1));
        probe().acquire(onLeaseLost(request("running"), NEVER_RE_EXECUTE));
        assertThat(keys(Filter.unresolved())).containsExactly(unresolved.recordKey());
        assertThat(keys(Filter.leaseOver())).containsExactlyInAnyOrder(unresolved.recordKey(), silent.recordKey());

        probe().advance(RETENTION);
        assertThat(keys(Filter.unresolved())).contains(unresolved.recordKey());
        assertThat(keys(Filter.leaseOver())).doesNotContain(silent.recordKey());
    }

    @Test
    @Requirement("O6")
    default void aKeyIsFoundWithAndWithoutItsCaller() {
        ClaimRequest alices = request(new Binding("tenant", "charge", "alice", "k"));
        ClaimRequest bobs = request(new Binding("tenant", "charge", "bob", "k"));
        ClaimRequest others = request(new Binding("tenant-2", "charge", "alice", "k"));
        ClaimRequest refunds = request(new Binding("tenant", "refund", "alice", "k"));
        ClaimRequest another = request(new Binding("tenant", "charge", "alice", "K"));
        List.of(alices, bobs, others, refunds, another).forEach(probe()::acquire);

        Filter charge = Filter.ALL.ofTenant("tenant").ofOperation("charge");
        assertThat(keys(charge.ofKey("k"))).containsExactlyInAnyOrder(alices.recordKey(), bobs.recordKey());
        assertThat(keys(charge.ofKey("k").ofCaller("bob"))).containsExactly(bobs.recordKey());
        assertThat(keys(Filter.ALL.ofOperation("refund"))).containsExactly(refunds.recordKey());
        assertThat(keys(Filter.ALL.ofTenant("tenant-2"))).containsExactly(others.recordKey());
        assertThat(keys(Filter.ALL.ofKey("absent"))).isEmpty();
        assertThat(charge.ofKey("k").ofCaller("bob").toString()).doesNotContain("bob");
    }

    @Test
    @Requirement("O6")
    default void aSummarySaysWhatALookupSays() {
        ClaimRequest request = onLeaseLost(request("k"), NEVER_RE_EXECUTE);
        probe().acquire(request);
        probe().acquireAndComplete(lasting(request("settled"), LEASE, RETENTION.plusHours(1)), answer("one"));
        probe().advance(LEASE.plusHours(1));

        for (Summary summary : list(Filter.ALL, 10)) {
            IdempotencyRecord record =
                    probe().store().lookup(summary.recordKey()).orElseThrow();
            boolean over = record.state() == State.IN_PROGRESS;
            assertThat(summary.leaseIsOver()).isEqualTo(over);
            assertThat(summary).isEqualTo(Summary.of(record, over ? record.expiresAt() : record.createdAt()));
        }
        assertThat(list(Filter.ALL, 10)).hasSize(2);
    }

    @Test
    @Requirement("O6")
    default void theVersionIsTheOwnersAndChangesWithATakeover() {
        ClaimRequest request = request("k");
        Ownership first = probe().acquire(request);
        assertThat(version()).isEqualTo(first.version());

        probe().advance(LEASE.plusHours(1));
        Ownership second = probe().acquire(repeat(request));
        assertThat(version()).isEqualTo(second.version()).isNotEqualTo(first.version());

        assertThat(probe().store().complete(second, answer("one"))).isEqualTo(OwnerWrite.APPLIED);
        assertThat(version()).isNotEqualTo(second.version()).isNotEqualTo(first.version());
    }

    private int version() {
        return list(Filter.ALL, 1).get(0).version();
    }

    @Test
    @Requirement("C8")
    default void nothingIsListedThatHasExpired() {
        probe().acquireAndComplete(request("completed"), answer("one"));
        probe().acquire(request("abandoned"));
        probe().advance(RETENTION.plusHours(1));

        assertThat(list(Filter.ALL, 10)).isEmpty();
    }

    @Test
    @Requirement("C8")
    default void aPageHasALimit() {
        RecordBrowser browser = probe().store().records().orElseThrow();
        assertThatThrownBy(() -> browser.page(Filter.ALL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to " + RecordBrowser.MAX_PAGE + " records, not 0");
        assertThatThrownBy(() -> browser.page(Filter.ALL, Optional.empty(), RecordBrowser.MAX_PAGE + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
