// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Requests of any shape. {@code -Drandom.requests=<count>}, {@code -Drandom.requests.seed=<number>} to repeat those of a
 * run.
 */
@Tag("random-requests")
@ExtendWith(OneNode.class)
class RandomRequestsIT {

    private static final int CLIENTS = 4;
    private static final int HANG_MILLIS = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)[ \r]");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    /** The right answer of the server to what is no version of HTTP. */
    private static final String WRONG_VERSION = "505";

    private static final String IN_PROGRESS = "select count(*) from idempotency_record where state = 'IN_PROGRESS'";

    private final int count = Integer.getInteger("random.requests", 100_000);
    private final long seed = Long.getLong("random.requests.seed", System.nanoTime());
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final OneNode.Running node;

    RandomRequestsIT(OneNode.Running node) {
        this.node = node;
    }

    @Test
    @Requirement("H16")
    @Requirement("K7")
    void noneIsAnswered5xxAndNoneHangs() throws Exception {
        long start = System.nanoTime();
        System.out.println("random requests: " + count + ", -Drandom.requests.seed=" + seed);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        send(number);
                    }
                    return null;
                }));
            }
            for (Future<?> client : all) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("random requests: " + new TreeMap<>(statuses) + " in "
                + (System.nanoTime() - start) / 1_000_000_000 + " s");
        assertThat(violations).isEmpty();
        new Trial(node, "plain").assertNoTransactionIsLeft();
        assertThat(new Wire(node).number(IN_PROGRESS))
                .as("claims that nobody settled")
                .isZero();
        assertThat(new Trial(node, "independent").post("effect").statusCode()).isEqualTo(200);
    }

    private void send(int number) throws IOException {
        RandomRequest request = new RandomRequest(seed, number);
        byte[] bytes = request.bytes();
        String answer;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort())) {
            socket.setSoTimeout(HANG_MILLIS);
            answer = exchange(socket, bytes, request.ends());
        } catch (SocketTimeoutException hangs) {
            violations.add("request " + number + " hangs: " + new String(bytes, ISO_8859_1));
            return;
        }
        String status = status(answer);
        statuses.computeIfAbsent(status + code(answer), first -> new LongAdder())
                .increment();
        if (status.startsWith("5") && !status.equals(WRONG_VERSION)) {
            violations.add("request " + number + ": " + new String(bytes, ISO_8859_1) + "\n-> " + answer);
        }
    }

    /** The final one, or {@code none}. */
    private static String status(String answer) {
        Matcher matcher = STATUS.matcher(answer);
        String status = "none";
        while (matcher.lookingAt()) {
            status = matcher.group(1);
            int end = answer.indexOf("\r\n\r\n", matcher.end());
            if (!status.equals("100") || end < 0) {
                return status;
            }
            matcher.region(end + 4, answer.length());
        }
        return status;
    }

    /** The code of a problem, if it is one. */
    private static String code(String answer) {
        Matcher matcher = CODE.matcher(answer);
        return matcher.find() ? " " + matcher.group(1) : "";
    }

    private static String exchange(Socket socket, byte[] bytes, boolean ends) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            if (!ends) {
                socket.shutdownOutput();
            }
        } catch (SocketException refusedEarly) {
            // there may be an answer all the same
        }
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            InputStream in = socket.getInputStream();
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                answer.append(new String(buffer, 0, got, ISO_8859_1));
            }
        } catch (SocketException reset) {
            // what came before counts
        }
        return answer.toString();
    }
}
