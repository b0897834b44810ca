// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** A request made of right, almost right and wrong pieces; the same for the same number. */
final class RandomRequest {

    private static final int KEYS = 50;
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "post", "TRACE");
    private static final List<String> PATHS = List.of(
            "/v1/charges",
            "/v1/charges/ch_1",
            "/v1/refunds",
            "/api/orders",
            "/api/orders/o-1/receipt",
            "/api/settlements/messages/m-1",
            "/independent/any",
            "/joined/any",
            "/one-commit/any",
            "/headers/all",
            "/headers/echo",
            "/quotes/q-1",
            "/plain/any",
            "/no/such/path",
            "/");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data;boundary=b",
            "application/json;charset=utf-16",
            "application/octet-stream");
    private static final List<String> NO_TYPES = List.of("", ";", "/", "a/b;c=\"", "a/b;;c=1;c=2", "\"text/plain\"");
    private static final List<String> BODIES = List.of(
            "{\"item\":\"tea\",\"quantity\":2}",
            "{\"item\":\"tea\",\"quantity\":-1e999}",
            "amount=1999&currency=eur",
            "charge=ch_1&amount=%zz",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n",
            "[".repeat(5000),
            "null",
            "");

    private final Random random;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ends = true;

    RandomRequest(long seed, int number) {
        random = new Random(seed * 1_000_003 + number);
        byte[] body = body();
        String type = oneOf(20, () -> pick(NO_TYPES), () -> oneOf(40, this::noise, () -> pick(TYPES)));
        write(oneOf(8, () -> pick(METHODS), () -> "POST") + " " + target(type)
                + oneOf(100, () -> " HTTP/" + noise(), () -> " HTTP/1.1") + "\r\n");
        write("Host: 127.0.0.1\r\nConnection: close\r\n");
        write(key());
        write("Content-Type: " + type + "\r\n");
        write(others());
        frame(body);
    }

    /** What is to be sent. */
    byte[] bytes() {
        byte[] all = bytes.toByteArray();
        if (chance(10)) {
            ends = false;
            return Arrays.copyOf(all, random.nextInt(all.length));
        }
        return all;
    }

    /** Whether it comes to the end that it promises; if not, the client must close its side. */
    boolean ends() {
        return ends;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String oneOf(int oneIn, Supplier<String> seldom, Supplier<String> mostly) {
        return chance(oneIn) ? seldom.get() : mostly.get();
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(ISO_8859_1));
    }

    /** Visible characters, or any of Latin-1, line ends among them. */
    private String noise() {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        String text = new String(noise, ISO_8859_1);
        return chance(4) ? text : text.replaceAll("[^!-~]", "");
    }

    /** Jersey answers 500 to forms with a wrong escape in the query, before any resource or filter of JAX-RS is asked. */
    private String target(String type) {
        String path = pick(PATHS);
        boolean isForm = type.startsWith("application/x-www-form");
        return switch (random.nextInt(16)) {
            case 0 -> path + (isForm ? "?a=%20&=&b" : "?a=%zz&=&b");
            case 1 -> path + "?" + noise().replaceAll(isForm ? "[\r\n %]" : "[\r\n ]", "");
            case 2 -> path + "/..;/%2e%2e/%00";
            case 3 -> path + "/" + "x".repeat(random.nextInt(9000));
            default -> path;
        };
    }

    private String key() {
        String key = "key-" + (chance(2) ? random.nextInt(KEYS) : random.nextLong());
        String line = "Idempotency-Key: ";
        return switch (random.nextInt(20)) {
            case 0 -> "";
            case 1 -> line + noise() + "\r\n";
            case 2 -> line + '"' + noise() + "\"\r\n";
            case 3 -> line + key + "\r\n" + line + key + "\r\n";
            case 4 -> line + key + "\r\n " + key + "\r\n";
            case 5 -> line + "k".repeat(random.nextInt(9000)) + "\r\n";
            case 6 -> line + '"' + key + "\";a=1\r\n";
            default -> line + key + "\r\n";
        };
    }

    private String others() {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.append(
                    switch (random.nextInt(12)) {
                        case 0 -> "Authorization: Bearer sk_test_" + random.nextInt(3);
                        case 1 -> "Authorization: " + noise();
                        case 2 -> "X-Tenant: " + oneOf(3, this::noise, () -> "red");
                        case 3 -> "Accept: " + oneOf(9, this::noise, () -> pick(TYPES));
                        case 4 -> "Accept-Encoding: gzip, br;q=0";
                        case 5 -> "Content-Encoding: gzip";
                        case 6 -> "Idempotency-Replayed: true";
                        case 7 -> "Expect: 100-continue";
                        case 8 -> noise() + ":" + noise();
                        default -> "X-Other: " + noise().replaceAll("[^ -~]", "");
                    });
            lines.append("\r\n");
        }
        return lines.toString();
    }

    private byte[] body() {
        byte[] body = pick(BODIES).getBytes(ISO_8859_1);
        if (chance(5) && body.length > 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(12)) {
            case 0 -> noise().getBytes(ISO_8859_1);
            case 1 -> new byte[random.nextInt(20_000)];
            case 2 -> zipped(body);
            default -> body;
        };
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(body);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return zipped.toByteArray();
    }

    /** Says how long the body is, rightly or not, and appends it. */
    private void frame(byte[] body) {
        int kind = random.nextInt(40);
        ends = kind > 5;
        switch (kind) {
            case 0 -> write("Content-Length: " + (body.length + random.nextInt(100)) + "\r\n\r\n");
            case 1 -> write("Content-Length: -1\r\n\r\n");
            case 2 -> write("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n");
            case 3 -> write("Transfer-Encoding: " + noise() + "\r\n\r\n");
            case 4 -> write("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length + 3) + "\r\n");
            case 5 -> write("\r\n");
            case 6, 7, 8, 9, 10, 11, 12 -> write("Transfer-Encoding: chunked\r\n\r\n");
            default -> write("Content-Length: " + body.length + "\r\n\r\n");
        }
        boolean inChunks = kind >= 6 && kind <= 12;
        if (inChunks && body.length > 0) {
            write(Integer.toHexString(body.length) + "\r\n");
        }
        bytes.writeBytes(body);
        if (inChunks) {
            write(body.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n");
        }
    }
}
