// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends bytes as they are and reads what comes, without the kindness of an HTTP client. */
final class RawHttp {

    private static final String CRLF = "\r\n";

    private RawHttp() {}

    static Answer send(int port, String method, String target, List<String> headers, byte[] body) {
        List<String> all = new ArrayList<>(headers);
        if (body.length > 0 || !method.equals("GET")) {
            all.add("Content-Length: " + body.length);
        }
        return exchange(port, head(method, target, all), body);
    }

    static Answer sendChunked(int port, String target, List<String> headers, byte[] body, int chunk) {
        List<String> all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += chunk) {
            byte[] part = Arrays.copyOfRange(body, from, Math.min(body.length, from + chunk));
            chunks.writeBytes((Integer.toHexString(part.length) + CRLF).getBytes(StandardCharsets.ISO_8859_1));
            chunks.writeBytes(part);
            chunks.writeBytes(CRLF.getBytes(StandardCharsets.ISO_8859_1));
        }
        chunks.writeBytes(("0" + CRLF + CRLF).getBytes(StandardCharsets.ISO_8859_1));
        return exchange(port, head("POST", target, all), chunks.toByteArray());
    }

    static String head(String method, String target, List<String> headers) {
        return method + " " + target + " HTTP/1.1" + CRLF + "Host: localhost" + CRLF + "Connection: close" + CRLF
                + String.join("", headers.stream().map(line -> line + CRLF).toList()) + CRLF;
    }

    static Answer exchange(int port, String head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException refusedEarly) {
                // the server may answer without reading to the end
            }
            return parse(readAll(socket.getInputStream()));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Sends, half-closes, and reads what may come: for requests that end before their end. */
    static String breakOff(int port, String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(readAll(socket.getInputStream()), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (java.net.SocketException reset) {
            if (all.size() == 0) {
                throw reset;
            }
        }
        return all.toByteArray();
    }

    private static Answer parse(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf(CRLF + CRLF);
        List<String> lines = List.of(all.substring(0, end).split(CRLF, -1));
        String body = all.substring(end + 4);
        List<String> headers = lines.subList(1, lines.size());
        boolean chunked = headers.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        return new Answer(Integer.parseInt(lines.get(0).split(" ", 3)[1]), headers, chunked ? unchunk(body) : body);
    }

    private static String unchunk(String chunked) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunked.indexOf(CRLF, at);
            int size = Integer.parseInt(chunked.substring(at, line), 16);
            if (size == 0) {
                return body.toString();
            }
            body.append(chunked, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
    }
}
