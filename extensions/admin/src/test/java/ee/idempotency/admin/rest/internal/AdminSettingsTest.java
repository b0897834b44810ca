// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Requirement("O6")
class AdminSettingsTest {

    private static List<String> problems(Map<String, String> settings) {
        SettingsReader reader = new SettingsReader(settings::get);
        AdminSettings.read(reader);
        return reader.problems();
    }

    @Test
    void administrationIsOffUntilThereAreReaders() {
        assertThat(AdminSettings.read(new SettingsReader(name -> null)).isOn()).isFalse();
        assertThat(problems(Map.of(AdminSettings.READER_ROLE, "reader"))).isEmpty();
    }

    @Test
    void anOperatorWithoutReadersIsAMistake() {
        assertThat(problems(Map.of(AdminSettings.OPERATOR_ROLE, "operator")))
                .singleElement()
                .asString()
                .contains("idempotency.admin.reader-role is not set");
        assertThat(problems(Map.of(AdminSettings.REVEAL_ROLE, "reveal"))).hasSize(1);
        assertThat(problems(Map.of(AdminSettings.READER_ROLE, "a\nb"))).hasSize(1);
    }
}
