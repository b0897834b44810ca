// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.spi.Bytes;
import ee.idempotency.tck.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadFingerprintsTest {

    @ParameterizedTest
    @EnumSource(
            value = FingerprintStrategy.class,
            names = {"RAW", "CONTENT"})
    @Requirement("K6")
    void countThePathOfResteasyAsThatOfJersey(FingerprintStrategy strategy) {
        PayloadFingerprints fingerprints =
                PayloadFingerprints.of(List.of(), new FingerprintSettings(strategy, Set.of(), Set.of()));

        assertThat(of(fingerprints, "/v1/charges"))
                .isEqualTo(of(fingerprints, "v1/charges"))
                .isNotEqualTo(of(fingerprints, "v1//charges"));
    }

    private static List<Fingerprint> of(PayloadFingerprints fingerprints, String path) {
        return fingerprints.of(new RequestContent(
                "",
                "POST",
                "/v1/{kind}",
                path,
                null,
                "application/json",
                List.of(),
                Bytes.of("{}".getBytes(StandardCharsets.UTF_8))));
    }
}
