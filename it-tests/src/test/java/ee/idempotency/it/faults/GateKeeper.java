// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps the gates that requests inside the servers stop at. Thread-safe. */
final class GateKeeper implements AutoCloseable {

    /** A shut gate. */
    static final class Gate {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        /** Waits until a request stands before it. */
        boolean awaitArrival(long seconds) throws InterruptedException {
            return arrived.await(seconds, TimeUnit.SECONDS);
        }

        void open() {
            opened.countDown();
        }
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    GateKeeper() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Shuts a gate before its request is sent. */
    Gate shut(Key key, String place) {
        Gate gate = new Gate();
        gates.put(key.id() + " " + place, gate);
        return gate;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket request = listener.accept();
                threads.execute(() -> hold(request));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void hold(Socket request) {
        try (request) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.US_ASCII));
            Gate gate = gates.get(String.valueOf(reader.readLine()));
            if (gate != null) {
                gate.arrived.countDown();
                gate.opened.await();
            }
            request.getOutputStream().write('\n');
        } catch (IOException gone) {
            // the server that waited here is no more
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
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
