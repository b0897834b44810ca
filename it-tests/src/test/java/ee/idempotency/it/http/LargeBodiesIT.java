// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies without a length that do not end. */
@ExtendWith(OneNode.class)
class LargeBodiesIT {

    private static final int CLIENTS = 10;
    private static final int CHUNK = 1 << 20;
    private static final int CHUNKS = 100;
    private static final long MOST_HEAP = 200L << 20;

    private final OneNode.Running node;
    private final Wire wire;
    private final String mark = UUID.randomUUID().toString();

    LargeBodiesIT(OneNode.Running node) {
        this.node = node;
        this.wire = new Wire(node);
    }

    @ParameterizedTest
    @Requirement("H6")
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data;boundary=x"})
    void tenTimesAHundredMegabytesAreRefusedWithAFlatHeap(String contentType) throws Exception {
        long before = Long.parseLong(wire.post("/witness/heap", "").text());
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> statuses = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String key = mark + "-" + i;
                statuses.add(clients.submit(() -> send(contentType, key)));
            }
            for (Future<String> status : statuses) {
                assertThat(status.get(2, TimeUnit.MINUTES)).isEqualTo("HTTP/1.1 413");
            }
        } finally {
            clients.shutdownNow();
        }
        long peak = Long.parseLong(wire.get("/witness/heap"));
        System.out.println("large bodies: heap " + (before >> 20) + " MiB, at most " + (peak >> 20) + " MiB");
        assertThat(peak - before).as("bytes of heap, garbage included").isLessThan(MOST_HEAP);
        assertThat(wire.rows(mark + "%")).isEmpty();
        assertThat(wire.effects(mark)).isZero();
    }

    private String send(String contentType, String key) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /independent/effect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + contentType
                            + "\r\nIdempotency-Key: " + key + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(US_ASCII));
            sendChunks(out);
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    private static void sendChunks(OutputStream out) throws IOException {
        byte[] head = (Integer.toHexString(CHUNK) + "\r\n").getBytes(US_ASCII);
        byte[] chunk = new byte[CHUNK];
        int sent = 0;
        try {
            for (; sent < CHUNKS; sent++) {
                out.write(head);
                out.write(chunk);
                out.write("\r\n".getBytes(US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(US_ASCII));
        } catch (SocketException refusedEarly) {
            System.out.println("large bodies: refused after " + sent + " MiB");
        }
    }
}
