// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client that sends what it is given once and never again by itself: the JDK's own client repeats a POST when a
 * connection is reset. Keeps a connection to each port. For one thread.
 */
final class Client implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final History history;
    private final int timeoutMillis;
    private final Map<Integer, Socket> connections = new HashMap<>();

    /** A client that waits for an answer at most {@code timeout}. */
    Client(History history, Duration timeout) {
        this.history = history;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** Sends one request and writes its reply into the history. */
    Reply send(int port, Key key, int size) {
        return send(port, key, size, null);
    }

    /** Sends one request that stops at a gate. */
    Reply send(int port, Key key, int size, @Nullable String gate) {
        long start = System.nanoTime();
        Reply reply = exchange(port, key, size, gate);
        history.add(new History.Event(key, port, start, System.nanoTime(), reply));
        return reply;
    }

    private Reply exchange(int port, Key key, int size, @Nullable String gate) {
        try {
            return answer(port, key, size, gate).reply();
        } catch (ConnectException nobodyListens) {
            forget(port);
            return new Reply.NotSent();
        } catch (IOException failed) {
            forget(port);
            return new Reply.Unknown(failed.toString());
        }
    }

    /** Sends one request past the history. */
    Answer answer(int port, Key key, int size, @Nullable String gate) throws IOException {
        Socket connection = connection(port);
        connection.getOutputStream().write(request(port, key, size, gate));
        Answer answer = Answer.read(new BufferedInputStream(connection.getInputStream()));
        if (answer.closes()) {
            forget(port);
        }
        return answer;
    }

    private static byte[] request(int port, Key key, int size, @Nullable String gate) {
        String body = Integer.toString(size);
        String head = "POST /witness/" + key.mode().path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                + "\r\nIdempotency-Key: " + key.id() + "\r\n";
        String stop = gate == null ? "" : "Witness-Gate: " + gate + "\r\n";
        return (head + stop + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connection(int port) throws IOException {
        Socket known = connections.get(port);
        if (known != null) {
            return known;
        }
        Socket socket = new Socket();
        connections.put(port, socket);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setSoTimeout(timeoutMillis);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void forget(int port) {
        Socket socket = connections.remove(port);
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException ignored) {
                // it is of no use any more, closed or not
            }
        }
    }

    @Override
    public void close() {
        for (Integer port : connections.keySet().toArray(new Integer[0])) {
            forget(port);
        }
    }
}
