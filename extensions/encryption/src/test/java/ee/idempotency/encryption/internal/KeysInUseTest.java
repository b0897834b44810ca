// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A jar of encryption without keys, or with several sources of them, does not start. */
@Requirement("O1")
class KeysInUseTest {

    private static EncryptionSettings settings(String... ids) {
        return new EncryptionSettings(TestKeys.keys(ids), Set.of(), List.of(), false);
    }

    @Test
    void theKeysOfTheSettingsAreThoseOfEveryTenant() {
        assertThat(KeysInUse.choose(settings("k2", "k1"), List.of()).of("acme")).isEqualTo(TestKeys.keys("k2", "k1"));
    }

    @Test
    void aBeanTakesTheirPlace() {
        TestKeys bean = new TestKeys("k1");

        assertThat(KeysInUse.choose(settings(), List.of(bean))).isSameAs(bean);
    }

    @Test
    void noKeysStopTheDeployment() {
        assertThatThrownBy(() -> KeysInUse.choose(settings(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(EncryptionSettings.KEYS);
    }

    @Test
    void severalSourcesStopTheDeployment() {
        TestKeys bean = new TestKeys("k1");

        assertThatThrownBy(() -> KeysInUse.choose(settings("k1"), List.of(bean)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> KeysInUse.choose(settings(), List.of(bean, bean)))
                .isInstanceOf(IllegalStateException.class);
        EncryptionSettings ofFingerprints =
                new EncryptionSettings(List.of(), Set.of(), List.of(TestKeys.fingerprintKey("f1")), false);
        assertThatThrownBy(() -> KeysInUse.choose(ofFingerprints, List.of(bean)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(EncryptionSettings.FINGERPRINT_KEYS);
    }
}
