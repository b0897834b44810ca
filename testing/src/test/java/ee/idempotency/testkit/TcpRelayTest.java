// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.testkit.TcpRelay.Direction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In front of a server that sends back what it gets. */
@Timeout(30)
class TcpRelayTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger served = new AtomicInteger();
    private ServerSocket echo;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket client = echo.accept();
                    threads.execute(() -> answer(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void answer(Socket client) {
        try (client) {
            byte[] piece = new byte[100];
            for (int read = client.getInputStream().read(piece);
                    read > 0;
                    read = client.getInputStream().read(piece)) {
                served.addAndGet(read);
                client.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException closed) {
            // cut
        }
    }

    @AfterEach
    void stop() throws IOException {
        echo.close();
        threads.shutdownNow();
    }

    private interface Conversation {

        void hold(Socket socket) throws IOException;
    }

    private void talk(Supplier<TcpRelay.Hook> hooks, Conversation conversation) throws IOException {
        try (TcpRelay relay = new TcpRelay(echo.getLocalPort(), hooks);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
            conversation.hold(socket);
            assertThat(relay.connections()).isEqualTo(1);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    @Test
    void deliversAndEndsWhenTheClientHasSentAll() throws IOException {
        talk(() -> (direction, piece) -> Fate.DELIVER, socket -> {
            send(socket, "hello");
            assertThat(read(socket, 5)).isEqualTo("hello");
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        });
    }

    @Test
    void losesAnAnswerWhoseRequestWasServedAndKeepsTheConnection() throws IOException {
        AtomicInteger answers = new AtomicInteger();
        talk(
                () -> (direction, piece) ->
                        direction == Direction.ANSWER && answers.getAndIncrement() == 0 ? Fate.LOSE : Fate.DELIVER,
                socket -> {
                    socket.setSoTimeout(300);
                    send(socket, "one");
                    assertThatThrownBy(() -> read(socket, 3)).isInstanceOf(SocketTimeoutException.class);
                    assertThat(served).hasValue(3);
                    send(socket, "two");
                    socket.setSoTimeout(20_000);
                    assertThat(read(socket, 3)).isEqualTo("two");
                });
    }

    @Test
    void deliversTheFirstBytesAndResets() throws IOException {
        talk(() -> (direction, piece) -> direction == Direction.ANSWER ? Fate.resetAfter(0) : Fate.DELIVER, socket -> {
            send(socket, "hello");
            assertThatThrownBy(() -> read(socket, 5)).isInstanceOf(SocketException.class);
            assertThat(served).hasValue(5);
        });
    }

    @Test
    void closesInPlaceOfARequestThatNobodyServes() throws IOException {
        talk(() -> (direction, piece) -> Fate.CLOSE, socket -> {
            send(socket, "hello");
            assertThat(read(socket, 5)).isEmpty();
            assertThat(served).hasValue(0);
        });
    }

    @Test
    void refusesAFateOfANegativeLength() {
        assertThatThrownBy(() -> Fate.resetAfter(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
