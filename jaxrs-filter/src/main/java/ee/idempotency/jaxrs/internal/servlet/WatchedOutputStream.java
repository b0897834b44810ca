// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Passes everything on and says when the first byte is written. */
final class WatchedOutputStream extends ServletOutputStream {

    private final ServletOutputStream target;
    private final Runnable onWrite;

    WatchedOutputStream(ServletOutputStream target, Runnable onWrite) {
        this.target = target;
        this.onWrite = onWrite;
    }

    @Override
    public void write(int octet) throws IOException {
        onWrite.run();
        target.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        onWrite.run();
        target.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }

    @Override
    public boolean isReady() {
        return target.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        target.setWriteListener(listener);
    }
}
