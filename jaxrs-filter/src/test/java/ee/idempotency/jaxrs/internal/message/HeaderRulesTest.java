// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    private final HeaderRules rules = rules(HttpSettings.read(new SettingsReader(
            Map.of("idempotency.http.headers", "*", "idempotency.http.denied-headers", "X-Private-*,ETag")::get)));

    @ParameterizedTest
    @Requirement("H14")
    @ValueSource(
            strings = {
                "Set-Cookie", "AUTHORIZATION", "www-authenticate", "Date", "Connection", "Transfer-Encoding",
                "Content-Length", "Keep-Alive", "TE", "Trailer", "Upgrade", "Proxy-Authenticate",
                "Idempotency-Replayed", "X-Private-Name", "etag"
            })
    void noSettingMakesTheseStored(String name) {
        assertThat(rules.isStored(name)).isFalse();
        assertThat(rules.isDenied(name)).isTrue();
    }

    @Test
    void storesWhatIsListed() {
        assertThat(rules.isStored("X-Other")).isTrue();
        assertThat(rules.isStored("content-TYPE")).isTrue();
        assertThat(rules(HttpSettings.read(new SettingsReader(name -> null))).isStored("X-Other"))
                .isFalse();
    }

    @Test
    @Requirement("H14")
    void aNameIsWholeAndAStarAPrefix() {
        HeaderRules listed = rules(HttpSettings.read(new SettingsReader(
                Map.of("idempotency.http.headers", "X-Whole,X-Some-*", "idempotency.http.denied-headers", "X-Some-Not")
                        ::get)));

        assertThat(List.of("X-Whole", "x-whole", "X-Some-", "X-SOME-thing", "X-Some-Nothing"))
                .allMatch(listed::isStored);
        assertThat(List.of("X-Whole-Not", "X-Whol", "X-Some", "Y-X-Some-thing", "X-Some-Not", "x-some-NOT"))
                .noneMatch(listed::isStored);
        assertThat(listed.isDenied("X-Some-Nothing")).isFalse();
    }

    private static HeaderRules rules(HttpSettings settings) {
        return new HeaderRules(settings);
    }
}
