// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

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

/** The network between a client and a node: it delivers the first bytes of an answer and resets the connection. */
final class AnswerCutter implements AutoCloseable {

    private final ServerSocket listener;
    private final int server;
    private final int offset;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();

    /** Cuts every answer of the server after {@code offset} bytes. */
    AnswerCutter(int server, int offset) throws IOException {
        this.server = server;
        this.offset = offset;
        this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int cuts() {
        return cuts.get();
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
            threads.execute(() -> forward(client, upstream));
            if (deliver(upstream.getInputStream(), client.getOutputStream())) {
                cuts.incrementAndGet();
                // both ends learn of it by a reset, not by an orderly end
                client.setSoLinger(true, 0);
                upstream.setSoLinger(true, 0);
            }
        } catch (IOException closed) {
            // the client went away first
        }
    }

    /** Returns true when there are more bytes than may be delivered. */
    private boolean deliver(InputStream answer, OutputStream client) throws IOException {
        byte[] piece = new byte[16 * 1024];
        int left = offset;
        for (int read = answer.read(piece); read > 0; read = answer.read(piece)) {
            client.write(piece, 0, Math.min(read, left));
            if (read > left) {
                return true;
            }
            left -= read;
        }
        return false;
    }

    private static void forward(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // cut
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
