// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import ee.idempotency.redis.internal.HotTierSettings;
import ee.idempotency.redis.internal.LazyClient;
import ee.idempotency.redis.internal.Tls;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTierSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/** Puts Redis in front of the store where {@code idempotency.hot-tier.address} is set. */
public final class RedisHotTierSource implements HotTierSource, SettingsGroup {

    /** What the names of all keys begin with; applications that share a Redis have a namespace each. */
    private static final String SPACE = "idempotency-hot";

    /** The call, the call where it was sent to instead, and one more. No new one after the time-out. */
    private static final int CLUSTER_ATTEMPTS = 3;

    @Override
    public void check(SettingsReader reader) {
        HotTierSettings settings = HotTierSettings.read(reader);
        if (!settings.address().isEmpty() && "memory".equals(reader.text("idempotency.store", "", ".*", ""))) {
            reader.problem(HotTierSettings.ADDRESS + " = " + settings.address()
                    + ": there must be a durable store behind it, so idempotency.store may not be memory");
        }
        if (!settings.trustStore().isEmpty()) {
            checkTrustStore(settings, reader);
        }
    }

    private static void checkTrustStore(HotTierSettings settings, SettingsReader reader) {
        if (!settings.tls()) {
            reader.problem(HotTierSettings.TRUST_STORE + " is set, but " + HotTierSettings.TLS
                    + " is not true: no connection would be encrypted; set it, or remove the trust store");
            return;
        }
        try {
            Tls.sockets(settings.trustStore(), settings.trustStorePassword());
        } catch (IllegalArgumentException unusable) {
            reader.problem(HotTierSettings.TRUST_STORE + " = " + settings.trustStore() + ": " + unusable.getMessage()
                    + "; see " + HotTierSettings.TRUST_STORE_PASSWORD);
        }
    }

    @Override
    public Optional<HotTier> open(SettingsReader reader) {
        HotTierSettings settings = HotTierSettings.read(reader);
        if (settings.address().isEmpty()) {
            return Optional.empty();
        }
        RedisHotTier redis = settings.cluster()
                ? new RedisHotTier(new LazyClient(() -> ofCluster(settings)), SPACE, settings.rest())
                : new RedisHotTier(ofServer(settings), SPACE, settings.rest());
        return Optional.of(
                settings.nearEntries() == 0
                        ? redis
                        : new NearCache(redis, settings.nearEntries(), settings.nearBytes(), settings.nearStaleness()));
    }

    /** Connects to nothing yet. */
    private static UnifiedJedis ofServer(HotTierSettings settings) {
        return new JedisPooled(pool(settings), HostAndPort.from(settings.address()), client(settings));
    }

    private static UnifiedJedis ofCluster(HotTierSettings settings) {
        Set<HostAndPort> node = Set.of(HostAndPort.from(settings.address()));
        ClusterConnectionProvider nodes = new ClusterConnectionProvider(node, client(settings), pool(settings));
        return new JedisCluster(nodes, CLUSTER_ATTEMPTS, settings.timeout());
    }

    private static ConnectionPoolConfig pool(HotTierSettings settings) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(settings.connections());
        pool.setMaxIdle(settings.connections());
        pool.setMinIdle(0);
        pool.setMaxWait(settings.timeout());
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1)); // no thread of its own in the server
        pool.setJmxEnabled(false);
        return pool;
    }

    private static JedisClientConfig client(HotTierSettings settings) {
        int millis = (int) settings.timeout().toMillis();
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .user(orNull(settings.user()))
                .password(orNull(settings.password()));
        if (settings.tls()) {
            config.ssl(true)
                    .sslSocketFactory(Tls.sockets(settings.trustStore(), settings.trustStorePassword()))
                    .sslParameters(Tls.verifyingTheName());
        }
        return config.build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
