// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.encryption.EncryptionKey;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("O1")
class EncryptionSettingsTest {

    private static final String GOOD = base64(32);

    private final Map<String, String> set = new HashMap<>();
    private final SettingsReader reader = new SettingsReader(set::get);

    private static String base64(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 7);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void readsKeysInTheirOrder() {
        set.put(EncryptionSettings.KEYS, " k2:" + GOOD + " , k1:" + GOOD);
        set.put(EncryptionSettings.FINGERPRINT_KEYS, GOOD + "," + base64(40));
        set.put(EncryptionSettings.DESTROYED_KEYS, "k0");

        EncryptionSettings settings = EncryptionSettings.read(reader);

        assertThat(reader.problems()).isEmpty();
        assertThat(settings.keys()).extracting(EncryptionKey::id).containsExactly("k2", "k1");
        assertThat(settings.keys().get(0).key().getEncoded())
                .isEqualTo(Base64.getDecoder().decode(GOOD));
        assertThat(settings.fingerprintKeys()).hasSize(2);
        assertThat(settings.acceptPlain()).isFalse();
        assertThat(settings.toString()).contains("k2").doesNotContain(GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "k1, is not id:base64",
        "k1:, is not id:base64",
        "k1:***, is not id:base64",
        "'', ",
        "'k1:{31}', has 31 bytes",
        "'k1:{33}', has 33 bytes",
        "'k 1:{32}', 'A-Z a-z 0-9'",
        "':{32}', 'A-Z a-z 0-9'",
        "'k1:{32},', is not id:base64",
        "'k1:{32},k1:{32}', 'the id ''k1'' is there twice'",
    })
    void everythingElseIsAProblemThatShowsNoKey(String text, String problem) {
        String keys =
                text.replace("{31}", base64(31)).replace("{32}", base64(32)).replace("{33}", base64(33));
        set.put(EncryptionSettings.KEYS, keys);

        EncryptionSettings.read(reader);

        if (problem == null) {
            assertThat(reader.problems()).isEmpty();
            return;
        }
        assertThat(reader.problems())
                .singleElement()
                .asString()
                .contains(EncryptionSettings.KEYS, problem)
                .doesNotContain("BwcH");
    }

    @Test
    void aKeyOfFingerprintsThatIsTooShortIsAProblem() {
        set.put(EncryptionSettings.FINGERPRINT_KEYS, GOOD + "," + base64(31));

        EncryptionSettings.read(reader);

        assertThat(reader.problems())
                .singleElement()
                .asString()
                .contains("entry 2", "32 bytes or more")
                .doesNotContain("BwcH");
    }

    @Test
    void aKeyThatIsThereIsNotDestroyed() {
        set.put(EncryptionSettings.KEYS, "k1:" + GOOD);
        set.put(EncryptionSettings.DESTROYED_KEYS, "k1");

        EncryptionSettings.read(reader);

        assertThat(reader.problems()).singleElement().asString().contains("'k1'", EncryptionSettings.DESTROYED_KEYS);
    }

    @Test
    void aKeyOfABeanIsCheckedToo() {
        assertThatThrownBy(() -> new EncryptionKey("k1", new SecretKeySpec(new byte[16], "AES")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes");
        assertThat(new EncryptionKey("k1", new SecretKeySpec(new byte[32], "AES")))
                .hasToString("encryption key 'k1'");
        assertThat(List.of("", "k".repeat(33), "k\u00e4", "a,b")).noneMatch(EncryptionKey::isId);
    }
}
