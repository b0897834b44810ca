// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Protocol;

/** A real server on loopback, which keeps nothing on disk, with its faults. */
public final class TestRedis implements AutoCloseable {

    /** A node of a cluster listens at its port + 10000, too. */
    private static final int HIGHEST_PORT = 55_000;

    private static final int SLOTS = 16_384;

    /** A test that fails before it closes its server must not leave it behind. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end Redis servers"));
    }

    /** Unpacked by the first server of a JVM. */
    private static final class Program {

        static final Path PATH = unpacked();

        private static Path unpacked() {
            try {
                return RedisProgram.unpacked();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final String ADVANCE = """
            for _, record in ipairs(redis.call('KEYS', '*:record:*')) do
              for _, field in ipairs({ 'lease', 'expires', 'created', 'claimed', 'seen' }) do
                redis.call('HINCRBY', record, field, ARGV[1])
              end
            end
            for _, due in ipairs(redis.call('KEYS', '*:due')) do
              for _, name in ipairs(redis.call('ZRANGE', due, 0, -1)) do
                redis.call('ZINCRBY', due, ARGV[1], name)
              end
            end""";

    private final int port;
    private final List<String> settings;
    private Process server;

    public TestRedis() {
        this(List.of());
    }

    private TestRedis(List<String> more) {
        int free = freePort();
        while (free > HIGHEST_PORT) {
            free = freePort();
        }
        port = free;
        settings = Stream.concat(
                        Stream.of("port " + port, "bind 127.0.0.1", "save \"\"", "appendonly no"), more.stream())
                .toList();
        start();
    }

    /**
     * A server that loads at its start what {@code SAVE} wrote before.
     *
     * @param directory where that is
     */
    public static TestRedis saving(Path directory) {
        return new TestRedis(List.of("dir \"" + directory + "\""));
    }

    /**
     * A cluster of one node that has all slots: it refuses what a larger one would, a script with keys of two slots.
     *
     * @param directory empty; the cluster remembers itself there
     */
    public static TestRedis cluster(Path directory) {
        TestRedis redis = new TestRedis(
                List.of("cluster-enabled yes", "cluster-announce-ip 127.0.0.1", "dir \"" + directory + "\""));
        try (JedisPooled client = redis.client(5000)) {
            String[] addSlots = Stream.concat(
                            Stream.of("ADDSLOTS"), IntStream.range(0, SLOTS).mapToObj(Integer::toString))
                    .toArray(String[]::new);
            client.sendCommand(Protocol.Command.CLUSTER, addSlots);
            Awaitility.await()
                    .until(() -> new String(
                                    (byte[]) client.sendCommand(Protocol.Command.CLUSTER, "INFO"),
                                    StandardCharsets.US_ASCII)
                            .contains("cluster_state:ok"));
        }
        return redis;
    }

    /** Starts it after a {@link #kill}, empty but for what it saved; returns when it answers. */
    public void start() {
        Queue<String> output = new ConcurrentLinkedQueue<>();
        launch(output);
        try (JedisPooled client = client(2000)) {
            Awaitility.await("Redis on port " + port)
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> answers(client, output));
        } catch (ConditionTimeoutException silent) {
            throw new IllegalStateException("Redis said: " + output, silent);
        }
    }

    /** One that has ended is launched again: until a moment ago something else may have had its port. */
    private boolean answers(JedisPooled client, Queue<String> output) {
        if (!server.isAlive()) {
            launch(output);
        }
        return "PONG".equals(client.ping());
    }

    private void launch(Queue<String> output) {
        try {
            Process launched = new ProcessBuilder(Program.PATH.toString(), "-")
                    .redirectErrorStream(true)
                    .start();
            server = launched;
            RUNNING.add(launched);
            new Thread(() -> launched.inputReader(UTF_8).lines().forEach(output::add), "output of Redis").start();
            try (Writer configuration = launched.outputWriter(UTF_8)) {
                configuration.write(String.join("\n", settings));
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

    /** Returns when it has ended, and its port is free. */
    public void kill() {
        signal("KILL");
        server.onExit().join();
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
            new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Moves every stored time of every record, and of the indexes, into the past. */
    public static void advance(JedisPooled client, long millis) {
        client.eval(ADVANCE, 0, Long.toString(-millis));
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
        server.destroyForcibly().onExit().join();
        RUNNING.remove(server);
    }
}
