// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between a server and PostgreSQL. When armed it cuts a connection in the moment in which PostgreSQL says that a
 * COMMIT is done: the commit has happened and the server never learns of it. Thread-safe.
 */
final class DatabaseLink implements AutoCloseable {

    /** CommandComplete: its type, its length, its tag. PostgreSQL sends it at the end of a short message of its own. */
    private static final String COMMITTED = "C\0\0\0\13COMMIT\0";

    private static final int NEVER = Integer.MIN_VALUE;

    private final ServerSocket listener;
    private final int database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger commitsToPass = new AtomicInteger(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();

    DatabaseLink(int database) throws IOException {
        this.database = database;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts off the answer of one commit, after {@code commits} others. */
    void cutAfter(int commits) {
        commitsToPass.set(commits);
    }

    /** Cuts nothing any more. */
    void disarm() {
        commitsToPass.set(NEVER);
    }

    /** How many answers were cut off. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket server = listener.accept();
                threads.execute(() -> connect(server));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket server) {
        try (server;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), database)) {
            server.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            threads.execute(() -> forward(server, upstream));
            InputStream answers = upstream.getInputStream();
            byte[] piece = new byte[64 * 1024];
            for (int read = answers.read(piece); read > 0 && !cuts(piece, read); read = answers.read(piece)) {
                server.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException closed) {
            // either side went away, and with it the connection
        }
    }

    private boolean cuts(byte[] piece, int length) {
        if (commitsToPass.get() == NEVER
                || !new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(COMMITTED)) {
            return false;
        }
        if (commitsToPass.getAndUpdate(left -> left > 0 ? left - 1 : NEVER) != 0) {
            return false;
        }
        cuts.incrementAndGet();
        return true;
    }

    private static void forward(Socket from, Socket to) {
        try (to) {
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
