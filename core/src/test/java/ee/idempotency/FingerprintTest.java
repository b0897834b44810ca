// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.testing.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("K6")
class FingerprintTest {

    private static final byte[] BODY = "{\"amount\":1}".getBytes(UTF_8);

    @Test
    void fingerprintsHaveThePinnedEncoding() {
        assertThat(Fingerprint.none())
                .hasToString("v1:7fc3d0c36abf8d34e99898b3230457f9826301bb9d8969b4eb4b7c50cae04e2d");
        assertThat(Fingerprint.of(BODY))
                .hasToString("v1:b796837e64c0aeb08f58217f0f76639a56d6757fbdb76c85df4e24865eca57cf");
        assertThat(fields("a/v1").text("x").absent().bytes(BODY).toFingerprint())
                .hasToString("v1:d2bc4fd40b1ad28945617932ce0a1c39c47ab5b51c63de9f742ba5ba5f970b5e");
    }

    @Test
    void kindsOfFingerprintNeverMeet() {
        assertThat(List.of(
                        Fingerprint.none(),
                        Fingerprint.of(new byte[0]),
                        fields("").toFingerprint(),
                        fields("").text("").toFingerprint(),
                        fields("").bytes(new byte[0]).toFingerprint(),
                        fields("").absent().toFingerprint(),
                        fields("a").toFingerprint(),
                        fields("").text("a").text("b").toFingerprint(),
                        fields("").text("ab").toFingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void binaryFormIsRead() {
        Fingerprint fingerprint = Fingerprint.of(BODY);

        assertThat(fingerprint.toBytes()).hasSize(Fingerprint.ENCODED_BYTES).startsWith(1);
        assertThat(Fingerprint.fromBytes(fingerprint.toBytes()))
                .isEqualTo(fingerprint)
                .hasSameHashCodeAs(fingerprint);
    }

    @Test
    void binaryFormOfAnotherLengthOrVersionIsRefused() {
        byte[] otherVersion = Fingerprint.none().toBytes();
        otherVersion[0] = 2;

        assertThatThrownBy(() -> Fingerprint.fromBytes(otherVersion)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.fromBytes(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.fromBytes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formsAreCopies() {
        Fingerprint fingerprint = Fingerprint.of(BODY);
        fingerprint.toBytes()[5] ^= 1;
        byte[] encoded = fingerprint.toBytes();
        Fingerprint read = Fingerprint.fromBytes(encoded);
        encoded[5] ^= 1;

        assertThat(fingerprint).isEqualTo(Fingerprint.of(BODY)).isEqualTo(read);
    }

    private static Fingerprint.Fields fields(String form) {
        return Fingerprint.ofFields(form);
    }
}
