// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.IOException;
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
 * answer is lost only after its first bytes have come back, so the server has certainly done its work.
 */
final class LossyNetwork implements AutoCloseable {

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
            byte[] piece = new byte[16 * 1024];
            for (int read = upstream.getInputStream().read(piece); read > 0; ) {
                if (!delivers(requests)) {
                    return;
                }
                client.getOutputStream().write(piece, 0, read);
                read = upstream.getInputStream().read(piece);
            }
        } catch (IOException closed) {
            // either side went away, and with it the connection
        }
    }

    /** Judges one piece of an answer; an answer of the example comes in one. */
    private boolean delivers(CompletableFuture<Void> requests) {
        switch (answers.getAndIncrement() % 3) {
            case 0 -> cut.incrementAndGet();
            case 1 -> {
                silenced.incrementAndGet();
                requests.join();
            }
            default -> {
                return true;
            }
        }
        return false;
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
