// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Requirement("O2")
class IssuedSettingsTest {

    private static final String GOOD = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=";

    @Test
    void everythingThatIsWrongIsInOneListWhichShowsNoKey() {
        SettingsReader reader = new SettingsReader(Map.of(
                IssuedSettings.KEYS, "k1:c2hvcnQ=,k 2:" + GOOD + ",k3:***,k4:" + GOOD + ",k4:" + GOOD,
                IssuedSettings.LIFETIME, "P2D",
                IssuedSettings.SKEW, "PT2H")::get);

        IssuedSettings.read(reader);

        assertThat(reader.problems())
                .hasSize(6)
                .anySatisfy(each -> assertThat(each).startsWith(IssuedSettings.KEYS + ": entry 1 (not shown) must be"))
                .anySatisfy(each -> assertThat(each).contains("entry 2 (not shown)"))
                .anySatisfy(each -> assertThat(each).contains("entry 3 (not shown)"))
                .anySatisfy(each -> assertThat(each).contains("entry 5 has the id of another one"))
                .anySatisfy(each -> assertThat(each).contains("P2D").contains("PT24H"))
                .noneSatisfy(each -> assertThat(each).contains("c2hvcnQ"))
                .noneSatisfy(each -> assertThat(each).contains(GOOD));
    }

    @Test
    void withoutKeysNoneAreIssued() {
        assertThat(IssuedSettings.read(new SettingsReader(name -> null)).issuer(() -> Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void aRecordOutlivesItsKeyByTheSkewOfTwoClocks() {
        IssuedSettings settings =
                IssuedSettings.read(new SettingsReader(Map.of(IssuedSettings.KEYS, "k1:" + GOOD)::get));
        Instant end = Instant.EPOCH.plus(Duration.ofHours(1));
        IssuedKey key = new IssuedKey("i1", Instant.EPOCH, end);

        assertThat(settings.retentionOf(key.lifetime())).isEqualTo(Duration.ofMinutes(70));
        assertThat(settings.isOver(key, end.plus(settings.skew()))).isFalse();
        assertThat(settings.isOver(key, end.plus(settings.skew()).plusMillis(1)))
                .isTrue();
    }
}
