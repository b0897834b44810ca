// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The network between a node and Redis, on loopback. It can lose all that goes one way, while the other way works and the
 * connections stay open: a half-open partition. Neither side notices; what was lost stays lost.
 */
final class HalfOpenLink implements AutoCloseable {

    /** What is lost. */
    enum Lost {
        NOTHING,
        REQUESTS,
        ANSWERS
    }

    private final ServerSocket listener;
    private volatile int redis;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong lostBytes = new AtomicLong();
    private volatile Lost lost = Lost.NOTHING;

    HalfOpenLink(int redis) {
        this.redis = redis;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** New connections lead there from now on; those that are open stay. */
    void leadTo(int port) {
        redis = port;
    }

    void lose(Lost what) {
        lost = what;
    }

    /** How many the node has opened. */
    int connections() {
        return connections.get();
    }

    long lostBytes() {
        return lostBytes.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket node = listener.accept();
                connections.incrementAndGet();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), redis);
                node.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> forward(node, server, Lost.REQUESTS));
                threads.execute(() -> forward(server, node, Lost.ANSWERS));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forward(Socket from, Socket to, Lost kind) {
        byte[] piece = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                if (lost == kind) {
                    lostBytes.addAndGet(read);
                } else {
                    out.write(piece, 0, read);
                }
            }
        } catch (IOException closed) {
            // one side went away, and with it the connection
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
