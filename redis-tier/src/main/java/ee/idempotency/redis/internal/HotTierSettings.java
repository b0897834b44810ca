// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.settings.SettingsReader;
import java.time.Duration;

/**
 * Settings of the hot tier.
 *
 * @param address where Redis is; empty: there is no hot tier
 * @param cluster whether it is a node of a Redis Cluster
 * @param user its user; empty: the default one
 * @param password its password; empty: none
 * @param tls whether the connections are encrypted, and the name in the server's certificate is verified
 * @param trustStore a file with the certificates that are trusted; empty: those of the JDK
 * @param trustStorePassword its password
 * @param connections the most connections of this node
 * @param timeout how long a connection, and an answer, is waited for
 * @param rest how long a Redis that fails is left alone
 * @param nearEntries the most answers kept on the node; 0: none are
 * @param nearBytes the most bytes of them
 * @param nearStaleness how long each is answered at most
 */
public record HotTierSettings(
        String address,
        boolean cluster,
        String user,
        String password,
        boolean tls,
        String trustStore,
        String trustStorePassword,
        int connections,
        Duration timeout,
        Duration rest,
        int nearEntries,
        int nearBytes,
        Duration nearStaleness) {

    /** {@value}: {@code host:port}; default empty, which is no hot tier. */
    public static final String ADDRESS = "idempotency.hot-tier.address";
    /** {@value}: {@code true} if the address is a node of a Redis Cluster, which then reports the others; default false. */
    public static final String CLUSTER = "idempotency.hot-tier.cluster";
    /** {@value}: default empty, Redis' default user. */
    public static final String USER = "idempotency.hot-tier.user";
    /** {@value}: default empty. */
    public static final String PASSWORD = "idempotency.hot-tier.password";
    /**
     * {@value}: {@code true} or {@code false} (default). The server's certificate must be trusted and have the name, or the IP
     * address, of {@link #ADDRESS}; of a cluster, each node's must have the name that the cluster announces for it.
     */
    public static final String TLS = "idempotency.hot-tier.tls";
    /** {@value}: a PKCS #12 or JKS file; default empty, the JDK's own trust store. Needs {@link #TLS}. */
    public static final String TRUST_STORE = "idempotency.hot-tier.trust-store";
    /** {@value}: the password of {@link #TRUST_STORE}; default empty. */
    public static final String TRUST_STORE_PASSWORD = "idempotency.hot-tier.trust-store-password";
    /** {@value}: connections, default 16, 1 to 1000. More: more calls at once. Fewer: some wait, up to the time-out. Of a cluster: to each of its nodes. */
    public static final String CONNECTIONS = "idempotency.hot-tier.connections";
    /** {@value}: ISO-8601 duration, default PT0.2S, PT0.01S to PT10S. Longer: a slow Redis is used. Shorter: it costs less. */
    public static final String TIMEOUT = "idempotency.hot-tier.timeout";
    /** {@value}: ISO-8601 duration, default PT2S, PT0.1S to PT5M. Longer: a dead Redis costs less. Shorter: it is back sooner. */
    public static final String REST = "idempotency.hot-tier.rest";
    /** {@value}: answers, default 0 (no near cache), to 1000000. More: fewer round trips. Fewer: less heap. */
    public static final String NEAR_ENTRIES = "idempotency.hot-tier.near-cache.entries";
    /** {@value}: bytes, default 16777216, 1048576 to 1073741824. */
    public static final String NEAR_BYTES = "idempotency.hot-tier.near-cache.bytes";
    /** {@value}: ISO-8601 duration, default PT10S, PT0.1S to PT10M. Longer: fewer round trips. Shorter: deletions count sooner. */
    public static final String NEAR_STALENESS = "idempotency.hot-tier.near-cache.staleness";

    private static final int MEBIBYTE = 1024 * 1024;

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static HotTierSettings read(SettingsReader reader) {
        return new HotTierSettings(
                reader.confidential(
                        ADDRESS,
                        "",
                        "[A-Za-z0-9._-]+:[0-9]{1,5}",
                        "must be host:port, such as redis.example:6379; user and password are settings of their own"),
                reader.flag(CLUSTER, false),
                reader.secret(USER),
                reader.secret(PASSWORD),
                reader.flag(TLS, false),
                reader.text(TRUST_STORE, "", "(?s).*", ""),
                reader.secret(TRUST_STORE_PASSWORD),
                reader.integer(CONNECTIONS, 16, 1, 1000),
                reader.duration(TIMEOUT, Duration.ofMillis(200), Duration.ofMillis(10), Duration.ofSeconds(10)),
                reader.duration(REST, Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMinutes(5)),
                reader.integer(NEAR_ENTRIES, 0, 0, 1_000_000),
                reader.integer(NEAR_BYTES, 16 * MEBIBYTE, MEBIBYTE, 1024 * MEBIBYTE),
                reader.duration(
                        NEAR_STALENESS, Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(10)));
    }

    /** Names neither user nor password. */
    @Override
    public String toString() {
        return "Redis at " + address;
    }
}
