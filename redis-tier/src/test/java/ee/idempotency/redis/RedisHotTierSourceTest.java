// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.redis.internal.HotTierSettings;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.spi.HotTierSource;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedisHotTierSourceTest {

    private final RedisHotTierSource source = new RedisHotTierSource();

    private static SettingsReader reader(Map<String, String> settings) {
        return new SettingsReader(settings::get);
    }

    @Test
    void isFoundAsAServiceAndIsOffUnlessTheSettingsSayWhereRedisIs() {
        assertThat(ServiceLoader.load(HotTierSource.class)).hasOnlyElementsOfType(RedisHotTierSource.class);
        assertThat(ServiceLoader.load(SettingsGroup.class)).hasOnlyElementsOfType(RedisHotTierSource.class);
        assertThat(source.open(reader(Map.of()))).isEmpty();
    }

    @Test
    @Tag("all")
    @Requirement("S5")
    void opensRedisWithANearCacheOnlyWhereOneIsAskedFor() {
        try (TestRedis redis = new TestRedis()) {
            String address = "127.0.0.1:" + redis.port();
            try (HotTier plain = source.open(reader(Map.of(HotTierSettings.ADDRESS, address)))
                    .orElseThrow()) {
                assertThat(plain).isInstanceOf(RedisHotTier.class);
                assertThat(plain.claim(Witness.request("k")))
                        .isInstanceOfSatisfying(
                                Reply.Ask.class,
                                ask -> assertThat(ask.mark())
                                        .as("Redis left a mark")
                                        .isNotNull());
            }
            try (HotTier near = source.open(
                            reader(Map.of(HotTierSettings.ADDRESS, address, HotTierSettings.NEAR_ENTRIES, "10")))
                    .orElseThrow()) {
                assertThat(near).isInstanceOf(NearCache.class);
            }
        }
    }

    @Test
    @Requirement("A4")
    void whatCannotWorkIsReportedAtOnceWithoutThePassword() {
        SettingsReader reader = reader(Map.of(
                HotTierSettings.ADDRESS,
                "redis://host",
                HotTierSettings.TIMEOUT,
                "PT1H",
                HotTierSettings.PASSWORD,
                "s3cret"));
        source.check(reader);

        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(HotTierSettings.ADDRESS)
                .hasMessageContaining(HotTierSettings.TIMEOUT)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    @Requirement("A4")
    void addressIsNotShownWhereItHoldsThePassword() {
        for (String address : new String[] {"redis://:s3cret@host:6379", "s3cret@host:6379", "s3cret"}) {
            SettingsReader reader = reader(Map.of(HotTierSettings.ADDRESS, address));
            source.check(reader);

            assertThatThrownBy(reader::finish)
                    .hasMessageContaining(HotTierSettings.ADDRESS)
                    .hasMessageContaining("must be host:port")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void storeInMemoryIsNoDurableTier() {
        SettingsReader reader =
                reader(Map.of(HotTierSettings.ADDRESS, "127.0.0.1:6379", "idempotency.store", "memory"));
        source.check(reader);

        assertThatThrownBy(reader::finish).hasMessageContaining("durable");
    }
}
