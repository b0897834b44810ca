// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.embedded.RedisServer;

/** A real server on loopback, which keeps nothing on disk, with its faults. */
public final class TestRedis implements AutoCloseable {

    private final int port = freePort();
    private RedisServer server;
    private long pid;

    public TestRedis() {
        start();
    }

    /** Starts it, empty, after a {@link #kill}. */
    public void start() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            try (JedisPooled client = client(2000)) {
                pid = Long.parseLong(client.info("server")
                        .lines()
                        .filter(line -> line.startsWith("process_id:"))
                        .findFirst()
                        .orElseThrow()
                        .substring("process_id:".length())
                        .strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A client with a pool of its own, as a node has. */
    public JedisPooled client(int timeoutMillis) {
        return client(port, timeoutMillis);
    }

    /** The same, to a port of the loopback address. */
    public static JedisPooled client(int port, int timeoutMillis) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(64);
        pool.setMaxIdle(64);
        return new JedisPooled(
                pool,
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(timeoutMillis)
                        .socketTimeoutMillis(timeoutMillis)
                        .build());
    }

    public int port() {
        return port;
    }

    public void kill() {
        signal("KILL");
    }

    /** Lets it hang. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Moves every stored time of every record, and of the indexes, into the past. */
    public static void advance(JedisPooled client, long millis) {
        Set<String> indexes = client.keys("*:due");
        for (String key : client.keys("*:record:*")) {
            for (String field : new String[] {"lease", "expires", "created", "claimed", "seen"}) {
                client.hincrBy(key, field, -millis);
            }
        }
        for (String index : indexes) {
            for (String name : client.zrange(index, 0, -1)) {
                client.zincrby(index, (double) -millis, name);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        signal("CONT");
        try {
            server.stop();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
