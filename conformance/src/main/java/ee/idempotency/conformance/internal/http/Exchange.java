// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request on one connection. {@link #prepare} sends all but the last byte, {@link #finish} sends that and waits for
 * the answer: so many requests can arrive at once. Nothing is ever sent twice, as HTTP clients do by themselves.
 */
public final class Exchange implements AutoCloseable {

    private final Socket socket;
    private final byte[] request;

    private Exchange(Socket socket, byte[] request) {
        this.socket = socket;
        this.request = request;
    }

    /** Sends a whole request and reads the answer. */
    public static Answer send(Request request, Duration timeout) throws IOException {
        try (Exchange exchange = prepare(request, timeout)) {
            return exchange.finish();
        }
    }

    /** Connects and sends all but the last byte. */
    public static Exchange prepare(Request request, Duration timeout) throws IOException {
        Socket socket = connect(request.uri(), timeout);
        try {
            byte[] bytes = request.bytes();
            OutputStream out = socket.getOutputStream();
            out.write(bytes, 0, bytes.length - 1);
            out.flush();
            return new Exchange(socket, bytes);
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    /** Sends the last byte and reads the answer. */
    public Answer finish() throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request, request.length - 1, 1);
        out.flush();
        return new AnswerReader(new java.io.BufferedInputStream(socket.getInputStream())).read();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // the answer was read, or its absence is reported
        }
    }

    private static Socket connect(URI uri, Duration timeout) throws IOException {
        boolean secure = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        int millis = Math.toIntExact(timeout.toMillis());
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(millis);
            plain.connect(new InetSocketAddress(host, port), millis);
            return secure ? secure(plain, host, port) : plain;
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    private static Socket secure(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
