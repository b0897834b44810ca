// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.tck.Requirement;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored answer goes to nobody but the caller who may still have it. */
@ExtendWith(OneNode.class)
class ReplayRightsIT {

    private static final String PATH = "/independent/effect";

    private final Wire wire;
    private final String key = "key-" + UUID.randomUUID();
    private final String work = "work-" + UUID.randomUUID();
    private final String keyLine = "Idempotency-Key: " + key;

    ReplayRightsIT(OneNode.Running node) {
        this.wire = new Wire(node);
    }

    private Answer post(String... identity) throws Exception {
        String[] lines = java.util.Arrays.copyOf(identity, identity.length + 1);
        lines[identity.length] = keyLine;
        return wire.post(PATH, work, lines);
    }

    private static String bearer(String merchant) {
        return "Authorization: Bearer sk_test_" + merchant;
    }

    @Test
    @Requirement("K3")
    void anotherPrincipalRunsAnOperationOfItsOwn() throws Exception {
        Answer alice = post(bearer("alice"));
        Answer nobody = post();
        Answer sayingNobody = post(bearer("anonymous"));
        Answer aliceAgain = post(bearer("alice"));

        assertThat(new String[] {alice.text(), nobody.text(), sayingNobody.text()})
                .doesNotHaveDuplicates();
        assertThat(nobody.headers("Idempotency-Replayed")).isEmpty();
        assertThat(aliceAgain.sameAs(alice)).isTrue();
        assertThat(Wire.isReplay(aliceAgain)).isTrue();
        assertThat(wire.rows(key))
                .extracting(row -> row.getString("caller"))
                .containsExactly("anonymous", "user:alice", "user:anonymous");
    }

    @Test
    @Requirement("K3")
    void anotherTenantRunsAnOperationOfItsOwn() throws Exception {
        Answer red = post(bearer("alice"), "X-Tenant: red");
        Answer blue = post(bearer("alice"), "X-Tenant: blue");
        Answer blueAgain = post(bearer("alice"), "X-Tenant: blue");

        assertThat(blue.text()).isNotEqualTo(red.text());
        assertThat(blueAgain.sameAs(blue)).isTrue();
        assertThat(wire.rows(key)).extracting(row -> row.getString("tenant")).containsExactly("blue", "red");
        assertThat(wire.rows(key)).extracting(row -> row.getString("caller")).containsOnly("user:alice");
    }

    @ParameterizedTest
    @Requirement("K3")
    @ValueSource(
            strings = {"red'; drop table idempotency_record; --", "${jndi:ldap://127.0.0.1/x}", "\u001b[31m", "a/b"})
    void aTenantThatCannotBeOneIsNobodyAndNothingRuns(String tenant) throws Exception {
        Answer refused = post(bearer("alice"), "X-Tenant: " + tenant);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).doesNotContain(tenant);
        assertThat(wire.effects(work)).isZero();
        assertThat(wire.rows(key)).isEmpty();
    }

    @Test
    @Requirement("H15")
    void whoLostTheRightGetsNothingOfTheStoredAnswer() throws Exception {
        String merchant = "merchant-" + UUID.randomUUID();
        Answer first = post(bearer(merchant));
        JsonObject row = wire.rows(key).get(0);
        wire.post("/revoked/" + merchant, "");
        Answer revoked = post(bearer(merchant));

        assertThat(revoked.status()).isEqualTo(403);
        assertThat(revoked.text()).doesNotContain(first.text());
        assertThat(Wire.isReplay(revoked)).isFalse();
        assertThat(wire.rows(key)).containsExactly(row);
        assertThat(wire.effects(work)).isOne();

        wire.delete("/revoked/" + merchant);
        assertThat(post(bearer(merchant)).sameAs(first)).isTrue();
    }
}
