// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A body of which is decided on the first use whose it is: runtimes ask for the stream before anybody knows the resource. */
final class UndecidedInputStream extends ServletInputStream {

    /** Returns the stream to read. */
    @FunctionalInterface
    interface Source {

        /** Called once. */
        ServletInputStream open() throws IOException;
    }

    private final Source source;
    private @Nullable ServletInputStream decided;

    UndecidedInputStream(Source source) {
        this.source = source;
    }

    private ServletInputStream stream() throws IOException {
        ServletInputStream known = decided;
        if (known == null) {
            known = source.open();
            decided = known;
        }
        return known;
    }

    private ServletInputStream streamOrThrow() {
        try {
            return stream();
        } catch (IOException notOpened) {
            throw new UncheckedIOException(notOpened);
        }
    }

    @Override
    public int read() throws IOException {
        return stream().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return stream().read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return stream().available();
    }

    @Override
    public boolean isFinished() {
        return streamOrThrow().isFinished();
    }

    @Override
    public boolean isReady() {
        return streamOrThrow().isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        streamOrThrow().setReadListener(listener);
    }
}
