// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.spi.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Passes a body on as it comes, every call of it, and counts and hashes its bytes. */
final class WatchedOutput extends OutputStream {

    private final OutputStream wire;
    private final Runnable closed;
    private final MessageDigest digest = sha256();
    private long length;
    private boolean isClosed;

    /** {@code closed} runs after the wire was closed, each time. */
    WatchedOutput(OutputStream wire, Runnable closed) {
        this.wire = wire;
        this.closed = closed;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256", absent);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        wire.write(octet);
        digest.update((byte) octet);
        length++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        wire.write(bytes, offset, count);
        digest.update(bytes, offset, count);
        length += count;
    }

    @Override
    public void flush() throws IOException {
        wire.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            wire.close();
        } finally {
            isClosed = true;
            closed.run();
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    long length() {
        return length;
    }

    /** A hash of status, headers and the body, which is over. */
    String digest(int status, List<Header> headers) {
        String body = HexFormat.of().formatHex(digest.digest());
        MessageDigest whole = sha256();
        whole.update((status + "\n" + body + "\n" + Header.format(headers)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole.digest());
    }
}
