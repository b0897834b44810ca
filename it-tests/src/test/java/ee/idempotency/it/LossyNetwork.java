// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network that delivers every request and loses two answers of three: one by cutting the connection, one by silence. An
 * answer is lost only after its first bytes have come back, so the server has certainly done its work. A connection
 * carries one answer, so that each is judged.
 */
final class LossyNetwork implements AutoCloseable {

    private static final int REST_OF_ANSWER_MILLIS = 200;

    private final ServerSocket listener;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger silenced = new AtomicInteger();

    /** A network in front of a port of the loopback address. */
    LossyNetwork(int server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many answers were lost by cutting. */
    int cut() {
        return cut.get();
    }

    /** How many answers were lost by silence. */
    int silenced() {
        return silenced.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> copy(client, upstream), threads);
            InputStream in = upstream.getInputStream();
            byte[] first = new byte[16 * 1024];
            int read = in.read(first);
            if (read < 0) {
                return;
            }
            switch (answers.getAndIncrement() % 3) {
                case 0 -> cut.incrementAndGet();
                case 1 -> {
                    silenced.incrementAndGet();
                    requests.join();
                }
                default -> {
                    client.getOutputStream().write(first, 0, read);
                    upstream.setSoTimeout(REST_OF_ANSWER_MILLIS);
                    in.transferTo(client.getOutputStream());
                }
            }
        } catch (IOException closed) {
            // either side went away, and with it the connection
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // the other direction ends the connection
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
