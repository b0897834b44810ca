// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.HotTier;
import ee.idempotency.spi.HotTier.Reply;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/** A hot tier whose Redis is not there: it decides nothing, and confirms nothing. */
@Requirement("S4")
class SilentRedisTest {

    private static final Duration TIME = Duration.ofMinutes(1);

    @Test
    void aDeletionIsNotConfirmedAndAClaimIsTheDurableTiers() throws IOException {
        ClaimRequest request = ClaimRequest.of(
                new Binding("tenant", "charge", "alice", "k"),
                Fingerprint.none(),
                UUID.randomUUID(),
                TIME,
                TIME,
                OnLeaseLost.TAKE_OVER);
        int nobody;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closedAtOnce.getLocalPort();
        }
        try (HotTier hot = new RedisHotTier(new JedisPooled("127.0.0.1", nobody), "test", TIME)) {
            assertThat(hot.forget(request.recordKey())).isFalse();
            assertThat(hot.claim(request)).isEqualTo(new Reply.Ask(null));
        }
    }
}
