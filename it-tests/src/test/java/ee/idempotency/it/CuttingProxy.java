// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

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

/**
 * A network that loses answers: it forwards a connection's first request, and cuts the connection when the answer comes
 * back, two times out of three. What it cut has certainly reached the server.
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many answers were lost. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            threads.execute(() -> copy(client, server));
            answer(client, server);
        } catch (IOException closed) {
            // either side went away: so does the connection
        }
    }

    private void answer(Socket client, Socket server) throws IOException {
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[16 * 1024];
        int read = in.read(buffer);
        if (read > 0 && answers.getAndIncrement() % 3 < 2) {
            cuts.incrementAndGet();
            return;
        }
        OutputStream out = client.getOutputStream();
        while (read > 0) {
            out.write(buffer, 0, read);
            read = in.read(buffer);
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
