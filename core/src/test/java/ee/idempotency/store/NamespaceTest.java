// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the parts of one store share: nothing. */
@Requirement("S8")
class NamespaceTest {

    private final Namespace shop = new Namespace("shop");
    private final ClaimRequest request = new ClaimRequest(
            new Binding("tenant", "charge", "alice", "k").recordKey(),
            new Binding("tenant", "charge", "alice", "k"),
            Fingerprint.of(new byte[] {1}),
            UUID.randomUUID(),
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            OnLeaseLost.NEVER_RE_EXECUTE,
            List.of(Fingerprint.none()));

    @Test
    void recordsOfAnotherPartHaveOtherKeys() {
        RecordKey outside = request.recordKey();

        assertThat(shop.inside(outside)).isEqualTo(new Namespace("shop").inside(outside));
        assertThat(List.of(outside, shop.inside(outside), new Namespace("office").inside(outside)))
                .doesNotHaveDuplicates();
    }

    /** So that an operator who reads eight digits in a log finds the row. */
    @Test
    @Requirement("O12")
    void theDigitsThatALogShowsAreThoseOfTheRecord() {
        RecordKey outside = request.recordKey();

        assertThat(shop.inside(outside)).hasToString(outside.toString());
        assertThat(shop.inside(outside).value().toString()).startsWith(outside.toString());
    }

    @Test
    void recordsThatALogShowsAlikeStayApart() {
        UUID one = request.recordKey().value();
        RecordKey alike = new RecordKey(new UUID(one.getMostSignificantBits(), ~one.getLeastSignificantBits()));

        assertThat(alike).hasToString(request.recordKey().toString());
        assertThat(shop.inside(alike)).isNotEqualTo(shop.inside(request.recordKey()));
    }

    @Test
    void aRequestChangesItsKeyAlone() {
        ClaimRequest inside = shop.inside(request);

        assertThat(inside.recordKey()).isEqualTo(shop.inside(request.recordKey()));
        assertThat(inside)
                .usingRecursiveComparison()
                .ignoringFields("recordKey")
                .isEqualTo(request);
    }

    @Test
    void anOwnerIsKnownOnBothSides() {
        Ownership outside = new Ownership(request.recordKey(), request.ownerToken(), 3, 7);

        Ownership inside = shop.inside(outside);

        assertThat(inside).isEqualTo(new Ownership(shop.inside(request.recordKey()), request.ownerToken(), 3, 7));
        assertThat(shop.outside(new Claim.Acquired(inside), request.recordKey()))
                .isEqualTo(new Claim.Acquired(outside));
        assertThat(shop.outside(new Claim.KeyReused(), request.recordKey())).isEqualTo(new Claim.KeyReused());
    }
}
