// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.quota.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.quota.internal.QuotaSettings.Part;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Requirement("O9")
class QuotaSettingsTest {

    private final Map<String, String> set = new HashMap<>();
    private final SettingsReader reader = new SettingsReader(set::get);

    @Test
    void burstIsTheRateAndBucketsAreThoseOfCallersUnlessSetOtherwise() {
        set.put(QuotaSettings.RATE, "600");

        assertThat(QuotaSettings.read(reader)).isEqualTo(new QuotaSettings(600, 600, Set.of(Part.TENANT, Part.CALLER)));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void readsEverySetting() {
        set.put(QuotaSettings.RATE, "60");
        set.put(QuotaSettings.BURST, "10");
        set.put(QuotaSettings.BY, "operation, tenant");

        QuotaSettings settings = QuotaSettings.read(reader);

        assertThat(reader.problems()).isEmpty();
        assertThat(settings).isEqualTo(new QuotaSettings(60, 10, Set.of(Part.TENANT, Part.OPERATION)));
        assertThat(settings.byNames()).isEqualTo("tenant, operation");
    }

    @Test
    void everythingWrongIsInOneList() {
        set.put(QuotaSettings.RATE, "many");
        set.put(QuotaSettings.BURST, "0");
        set.put(QuotaSettings.BY, "tenant,client");

        QuotaSettings.read(reader);

        assertThat(reader.problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains(QuotaSettings.RATE, "many", "1000000"))
                .anySatisfy(problem -> assertThat(problem).contains(QuotaSettings.BURST, "0"))
                .anySatisfy(problem -> assertThat(problem).contains(QuotaSettings.BY, "client", "operation"));
    }

    @Test
    void jarWithoutARateIsAProblem() {
        QuotaSettings.read(reader);

        assertThat(reader.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains(QuotaSettings.RATE, "idempotency-quota"));
    }
}
