// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.settings.FingerprintSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.KeySyntax;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    @Requirement("H10")
    void hasTheDefaultsThatAreDocumented() {
        HttpSettings settings = TestServer.settings(Map.of());

        assertThat(settings.key())
                .isEqualTo(new KeySettings(
                        "Idempotency-Key",
                        KeySyntax.LENIENT,
                        1,
                        255,
                        KeySettings.Use.REQUIRED,
                        KeySettings.Blanks.REFUSE));
        assertThat(settings.unfinishedJson()).isEqualTo(HttpSettings.UnfinishedJson.REFUSE);
        assertThat(settings.protect()).isEqualTo(HttpSettings.Protect.ANNOTATED);
        assertThat(settings.methods()).containsExactlyInAnyOrder("POST", "PUT", "PATCH", "DELETE");
        assertThat(settings.maxRequestSize()).isEqualTo(1024 * 1024);
        assertThat(settings.maxResponseSize()).isEqualTo(1024 * 1024);
        assertThat(settings.fingerprint())
                .isEqualTo(new FingerprintSettings(FingerprintStrategy.RAW, Set.of(), Set.of()));
    }

    @ParameterizedTest
    @Requirement("A4")
    @CsvSource(
            delimiter = '|',
            value = {
                "idempotency.http.key-syntax|loose",
                "idempotency.http.shadow|yes",
                "idempotency.http.shadow.sample|1.1",
                "idempotency.http.shadow.sample|-0.5",
                "idempotency.http.shadow.sample|half",
                "idempotency.http.shadow.timeout|PT0S",
                "idempotency.http.key-max-length|256",
                "idempotency.http.key-min-length|0",
                "idempotency.http.key|configured",
                "idempotency.http.header|two words",
                "idempotency.http.methods|GET,POST",
                "idempotency.http.methods|post",
                "idempotency.http.max-request-size|0",
                "idempotency.http.fingerprint|json",
                "idempotency.http.fingerprint.also-accept|raw,json",
                "idempotency.http.replay-header|Location",
                "idempotency.http.replay-header|two words",
                "idempotency.http.should-retry-header|Idempotency-Replayed",
                "idempotency.http.should-retry-header|Set-Cookie",
                "idempotency.http.policy|yes",
                "idempotency.http.store-statuses|5XX",
                "idempotency.http.store-statuses|600",
                "idempotency.http.release-statuses|100",
                "idempotency.http.max-response-size|99999999999",
                "idempotency.http.headers|Set-Cookie",
                "idempotency.http.headers|a b",
                "idempotency.http.documentation|somewhere"
            })
    void tellsASettingThatIsWrong(String name, String value) {
        assertThatThrownBy(() -> TestServer.settings(Map.of(name, value))).hasMessageContaining(name);
    }

    @Test
    @Requirement("A4")
    @Requirement("H11")
    void noStatusIsBothStoredAndReleased() {
        Map<String, String> torn =
                Map.of("idempotency.http.store-statuses", "5xx,404", "idempotency.http.release-statuses", "404");

        assertThatThrownBy(() -> TestServer.settings(torn)).hasMessageContaining("404 cannot be in both");
    }

    @Test
    @Requirement("A4")
    void areCheckedWithThoseOfTheOtherModules() {
        SettingsReader reader = new SettingsReader(Map.of("idempotency.http.key", "no")::get);
        ServiceLoader.load(SettingsGroup.class).forEach(group -> group.check(reader));

        assertThatThrownBy(reader::finish).hasMessageContaining("idempotency.http.key = no");
    }
}
