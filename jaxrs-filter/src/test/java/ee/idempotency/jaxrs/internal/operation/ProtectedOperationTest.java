// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.engine.OperationOptions;
import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.fingerprint.PayloadFingerprints;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.jaxrs.internal.settings.StatusSettings;
import ee.idempotency.operation.KeySource;
import ee.idempotency.tck.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Requirement("H20")
class ProtectedOperationTest {

    private ProtectedOperation operation(String name, boolean isNamed, @Nullable String application) {
        return new ProtectedOperation(
                getClass().getDeclaredMethods()[0],
                name,
                isNamed,
                application,
                "/orders",
                KeySource.USUAL,
                true,
                false,
                OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1)),
                StatusRules.of(Optional.empty(), new StatusSettings(Set.of(), Set.of())),
                PayloadFingerprints.of(
                        List.of(), new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of())));
    }

    @Test
    void anApplicationThatOnlyRequestsShowIsPartOfADerivedName() {
        ProtectedOperation known = operation("POST /orders", false, null);

        assertThat(known.in("v3").name()).isEqualTo("POST /v3/orders");
        assertThat(known.in("v3").application()).isEqualTo("v3");
        assertThat(known.in("").name()).isEqualTo("POST /orders");
        assertThat(known.in(null)).isSameAs(known);
    }

    @Test
    void whatARequestShowsCountsMoreThanWhatWasInjected() {
        ProtectedOperation injected = operation("POST /v1/orders", false, "v1");

        assertThat(injected.in("v1")).isSameAs(injected);
        assertThat(injected.in("v2").name()).isEqualTo("POST /v2/orders");
        assertThat(injected.in("").name()).isEqualTo("POST /orders");
        assertThat(injected.in("").application()).isEmpty();
    }

    @Test
    void aGivenNameStays() {
        assertThat(operation("place", true, null).in("v3").name()).isEqualTo("place");
        assertThat(operation("place", true, null).in("v3").application()).isEqualTo("v3");
    }
}
