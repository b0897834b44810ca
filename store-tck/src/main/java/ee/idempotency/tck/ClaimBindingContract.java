// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.forged;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static ee.idempotency.tck.Requests.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a record belongs to. */
interface ClaimBindingContract extends StoreContract {

    @Test
    @Requirement("K3")
    default void bindingsThatDifferInOnePartAreDifferentRecords() {
        List<Binding> bindings = List.of(
                new Binding("tenant", "charge", "alice", "key"),
                new Binding("tenant2", "charge", "alice", "key"),
                new Binding("tenant", "refund", "alice", "key"),
                new Binding("tenant", "charge", "bob", "key"),
                new Binding("tenant", "charge", "", "key"),
                new Binding("tenant", "charge", "alice", "KEY"));

        bindings.forEach(binding -> probe().acquireAndComplete(request(binding), answer(identityOf(binding))));

        bindings.forEach(binding -> assertThat(probe().claim(request(binding)))
                .isEqualTo(new Claim.Completed(answer(identityOf(binding)))));
    }

    private static String identityOf(Binding binding) {
        return String.join("|", binding.tenant(), binding.operation(), binding.caller(), binding.key());
    }

    @Test
    @Requirement("C12")
    default void sameHashOfAnotherBindingIsAnsweredKeyCollisionInEveryState() {
        ClaimRequest owner = request("the owner's");
        ClaimRequest stranger = forged(request("a stranger's"), owner.recordKey());
        Ownership ownership = probe().acquire(owner);
        assertThat(probe().claim(stranger)).as("in progress").isEqualTo(new Claim.KeyCollision());

        probe().advance(LEASE.plusHours(1));
        assertThat(probe().claim(stranger)).as("lease over").isEqualTo(new Claim.KeyCollision());

        assertThat(probe().store().complete(ownership, answer("private"))).isEqualTo(OwnerWrite.APPLIED);
        assertThat(probe().claim(stranger)).as("completed").isEqualTo(new Claim.KeyCollision());
        assertThat(probe().claim(repeat(owner))).isEqualTo(new Claim.Completed(answer("private")));
        assertThat(probe().record(stranger).binding()).isEqualTo(owner.binding());
    }

    @Test
    @Requirement("C12")
    default void everyPartOfTheBindingIsCompared() {
        Binding binding = new Binding("tenant", "charge", "alice", "key");
        ClaimRequest owner = request(binding);
        probe().acquireAndComplete(owner, answer("private"));

        List.of(
                        new Binding("other", "charge", "alice", "key"),
                        new Binding("tenant", "other", "alice", "key"),
                        new Binding("tenant", "charge", "other", "key"),
                        new Binding("tenant", "charge", "alice", "other"))
                .forEach(other -> assertThat(probe().claim(forged(request(other), owner.recordKey())))
                        .as("%s|%s|%s|%s", other.tenant(), other.operation(), other.caller(), other.key())
                        .isEqualTo(new Claim.KeyCollision()));
    }

    @Test
    @Requirement("C12")
    default void keyCollisionIsAnsweredBeforeKeyReused() {
        ClaimRequest owner = request("the owner's");
        probe().acquire(owner);

        ClaimRequest stranger = withPayload(request("a stranger's"), "another payload");

        assertThat(probe().claim(forged(stranger, owner.recordKey()))).isEqualTo(new Claim.KeyCollision());
    }
}
