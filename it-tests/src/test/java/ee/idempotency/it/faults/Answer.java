// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP/1.1 answer as it came, or an {@link EOFException} if it did not come whole. */
record Answer(int status, Map<String, String> headers, String body) {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z-]+)\"");

    static Answer read(BufferedInputStream in) throws IOException {
        String[] statusLine = line(in).split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks(in)
                : exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(Integer.parseInt(statusLine[1]), headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    Reply reply() {
        if (status >= 200 && status < 300) {
            return new Reply.Success(status, body, "true".equals(headers.get("idempotency-replayed")));
        }
        Matcher code = CODE.matcher(body);
        return new Reply.Refused(
                status, code.find() ? code.group(1) : Integer.toString(status), headers.containsKey("retry-after"));
    }

    boolean closes() {
        return "close".equalsIgnoreCase(headers.get("connection"));
    }

    private static byte[] chunks(BufferedInputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(exactly(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static byte[] exactly(BufferedInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer broke off in its body");
        }
        return bytes;
    }

    private static String line(BufferedInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The answer broke off in its head");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
