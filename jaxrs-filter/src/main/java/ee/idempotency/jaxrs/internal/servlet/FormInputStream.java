// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A servlet stream over bytes that are mostly in memory. */
final class FormInputStream extends ServletInputStream {

    private final InputStream source;
    private boolean finished;

    FormInputStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        int octet = source.read();
        finished |= octet < 0;
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = source.read(target, offset, length);
        finished |= count < 0;
        return count;
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Everything is there already, so the listener is called at once. */
    @Override
    public void setReadListener(ReadListener listener) {
        try {
            listener.onDataAvailable();
            listener.onAllDataRead();
        } catch (IOException failed) {
            listener.onError(failed);
        }
    }
}
