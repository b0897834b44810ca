// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSettingsTest {

    @Test
    void describesTheExampleIfNothingIsSaid() {
        Target target = TargetSettings.read(new Properties());

        assertThat(target.operation().path(7)).isEqualTo("v1/charges");
        assertThat(target.operation().body(7)).isEqualTo("amount=7&currency=eur");
        assertThat(target.base()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
        assertThat(target.failing()).isPresent();
        assertThat(target.slow()).isEmpty();
        assertThat(target.secondCaller()).contains(Map.of("Authorization", "Bearer sk_test_second"));
        assertThat(target.effects().orElseThrow().count("[{\"amount\":70},{\"amount\": 7}]", 7))
                .isEqualTo(1);
    }

    @Test
    void knowsOnlyWhatIsSaidOnceThereIsAPath() {
        Target target = TargetSettings.read(
                TargetSettings.parse("path=things\nbody={n}\nbase-url=https://example.org/app\nslow-path=late"));

        assertThat(target.base()).isEqualTo(URI.create("https://example.org/app/"));
        assertThat(target.failing()).isEmpty();
        assertThat(target.slow().orElseThrow().body(7)).isEqualTo("7");
        assertThat(target.secondCaller()).isEmpty();
        assertThat(target.effects()).isEmpty();
    }

    @Test
    void takesASettingAway() {
        assertThat(TargetSettings.read(TargetSettings.parse("effects-path=none"))
                        .effects())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "path=things, Neither path nor body",
        "base-url=ftp://example.org/, base-url must be http",
        "racers=1, racers must be 2 to 256",
        "racers=many, racers must be 2 to 256",
        "timeout=0, timeout must be an ISO-8601 duration",
        "timeout=PT2H, timeout must be PT0.1S to PT1H",
        "kept-for=-PT1S, kept-for must be PT0S to PT1H",
        "key-required=yes, key-required must be true or false",
        "effects-match=(, effects-match",
        "header=none, The setting header is missing",
        "pathh=things, There is no setting pathh"
    })
    void namesWhatIsWrong(String setting, String message) {
        assertThatThrownBy(() -> TargetSettings.read(TargetSettings.parse(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
