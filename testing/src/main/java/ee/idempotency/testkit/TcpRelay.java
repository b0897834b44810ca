// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The network between a client and a server, on the loopback address. A test gives the client {@link #port()} in place of
 * the server's, and decides about each piece that goes through: so a response is lost whose request was served, or a
 * commit whose answer nobody gets. Works with any protocol over TCP. Thread-safe.
 */
public final class TcpRelay implements AutoCloseable {

    /** Which way a piece goes. */
    public enum Direction {
        /** From the client to the server. */
        REQUEST,
        /** From the server to the client. */
        ANSWER
    }

    /** Decides about the pieces of one connection. Called by two threads, one a direction. */
    @FunctionalInterface
    public interface Hook {

        /**
         * Decides about a piece.
         *
         * @param direction which way it goes
         * @param piece what was read at once, at most 64 KiB; a message may come in several, and several in one
         */
        Fate decide(Direction direction, byte[] piece);
    }

    private static final int PIECE = 64 * 1024;

    private final ServerSocket listener;
    private volatile int server;
    private final Supplier<Hook> hooks;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * A relay to a port of the loopback address.
     *
     * @param server the port
     * @param hooks gives each connection its hook; one that is stateless may be given to all
     * @throws UncheckedIOException if there is no port to listen on
     */
    public TcpRelay(int server, Supplier<Hook> hooks) {
        this.server = server;
        this.hooks = hooks;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    /** Returns the port that the client connects to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Leads new connections to another port of the loopback address; those that are open stay where they are. */
    public void leadTo(int port) {
        server = port;
    }

    /** Returns how many connections clients have opened. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            Hook hook = hooks.get();
            threads.execute(() -> forwardRequests(client, upstream, hook));
            forward(client, upstream, Direction.ANSWER, hook);
            open.remove(upstream);
        } catch (IOException closed) {
            // one side went away, and with it the connection
        } finally {
            open.remove(client);
        }
    }

    /** A client that has sent all may still wait for the answer. */
    private static void forwardRequests(Socket client, Socket upstream, Hook hook) {
        try {
            forward(client, upstream, Direction.REQUEST, hook);
            if (!upstream.isClosed()) {
                upstream.shutdownOutput();
            }
        } catch (IOException closed) {
            closeBoth(client, upstream);
        }
    }

    private static void forward(Socket client, Socket upstream, Direction direction, Hook hook) throws IOException {
        boolean isRequest = direction == Direction.REQUEST;
        InputStream from = (isRequest ? client : upstream).getInputStream();
        Socket to = isRequest ? upstream : client;
        byte[] buffer = new byte[PIECE];
        for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
            Fate fate = hook.decide(direction, Arrays.copyOf(buffer, read));
            to.getOutputStream().write(buffer, 0, Math.min(read, fate.delivered()));
            if (fate.ending() != Fate.Ending.NONE) {
                end(client, upstream, fate.ending());
                return;
            }
        }
    }

    private static void end(Socket client, Socket upstream, Fate.Ending ending) throws IOException {
        if (ending == Fate.Ending.RESET) {
            client.setSoLinger(true, 0);
            upstream.setSoLinger(true, 0);
        }
        closeBoth(client, upstream);
    }

    private static void closeBoth(Socket client, Socket upstream) {
        try {
            client.close();
            upstream.close();
        } catch (IOException alreadyClosed) {
            // what was wanted
        }
    }

    /** Ends the relay and every connection through it. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
