// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.redis.internal.HotTierSettings;
import ee.idempotency.redis.internal.TestRedis;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The password goes to no server but the one that is named: the certificate must be trusted and have the name. */
@Tag("all")
@Requirement("S10")
class RedisTlsTest {

    private static final String SECRET = "s3cret";

    @TempDir
    static Path directory;

    private static Path rightName;
    private static Path wrongName;
    private static TestRedis redis;

    @BeforeAll
    static void makeCertificates() {
        rightName = TlsRelay.certificate(directory.resolve("right.p12"), "ip:127.0.0.1");
        wrongName = TlsRelay.certificate(directory.resolve("wrong.p12"), "dns:redis.example");
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private static SettingsReader reader(int port, Path trustStore, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                HotTierSettings.ADDRESS,
                "127.0.0.1:" + port,
                HotTierSettings.PASSWORD,
                SECRET,
                HotTierSettings.TLS,
                "true",
                HotTierSettings.TIMEOUT,
                "PT5S",
                HotTierSettings.TRUST_STORE,
                trustStore.toString(),
                HotTierSettings.TRUST_STORE_PASSWORD,
                TlsRelay.PASSWORD));
        for (int index = 0; index < more.length; index += 2) {
            settings.put(more[index], more[index + 1]);
        }
        return new SettingsReader(settings::get);
    }

    @Test
    void serverOfTheNameIsUsed() {
        try (TlsRelay server = new TlsRelay(rightName, redis.port());
                HotTier hot = open(reader(server.port(), rightName, HotTierSettings.PASSWORD, ""))) {
            assertThat(hot.claim(Witness.request("k")))
                    .isInstanceOfSatisfying(
                            Reply.Ask.class,
                            ask -> assertThat(ask.mark())
                                    .as("Redis left a mark")
                                    .isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trustedCertificateOfAnotherNameIsRefusedBeforeThePasswordIsSent(boolean cluster) {
        try (TlsRelay server = new TlsRelay(wrongName, redis.port());
                HotTier hot =
                        open(reader(server.port(), wrongName, HotTierSettings.CLUSTER, Boolean.toString(cluster)))) {
            assertThat(hot.claim(Witness.request("k"))).isEqualTo(new Reply.Ask(null));

            assertThat(server.connections()).isPositive();
            assertThat(server.receivedBytes()).as("decrypted by the server").isZero();
        }
    }

    @Test
    void certificateThatIsNotTrustedIsRefused() {
        try (TlsRelay server = new TlsRelay(rightName, redis.port());
                HotTier hot = open(reader(server.port(), wrongName))) {
            assertThat(hot.claim(Witness.request("k"))).isEqualTo(new Reply.Ask(null));

            assertThat(server.connections()).isPositive();
            assertThat(server.receivedBytes()).as("decrypted by the server").isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing.p12, true, is no file that can be read",
        "text.p12,    true, is no PKCS #12 or JKS key store",
        "right.p12,   false, no connection would be encrypted"
    })
    @Requirement("A4")
    void trustStoreThatCannotBeUsedStopsTheDeployment(String file, String tls, String problem) throws IOException {
        Files.writeString(directory.resolve("text.p12"), "no key store");
        SettingsReader reader = reader(1, directory.resolve(file), HotTierSettings.TLS, tls);
        new RedisHotTierSource().check(reader);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining(HotTierSettings.TRUST_STORE)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SECRET)
                .hasMessageNotContaining(TlsRelay.PASSWORD);
    }

    @Test
    @Requirement("A4")
    void wrongPasswordOfTheTrustStoreStopsTheDeploymentAndIsNotShown() {
        SettingsReader reader = reader(1, rightName, HotTierSettings.TRUST_STORE_PASSWORD, "wrong-" + SECRET);
        new RedisHotTierSource().check(reader);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining(HotTierSettings.TRUST_STORE_PASSWORD)
                .hasMessageNotContaining(SECRET);
    }

    private static HotTier open(SettingsReader reader) {
        return new RedisHotTierSource().open(reader).orElseThrow();
    }
}
