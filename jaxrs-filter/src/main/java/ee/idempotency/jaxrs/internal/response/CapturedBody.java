// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a response body back until it is complete, or until it has outgrown the limit: then it asks where the bytes
 * should go and passes everything on. Memory is bounded by the limit. Closing it closes nothing: the wire is the
 * runtime's.
 */
final class CapturedBody extends OutputStream {

    /** Says where a body that is too large goes. */
    @FunctionalInterface
    interface Overflow {

        /** Called once, before the first byte is passed on. */
        OutputStream open() throws IOException;
    }

    private final int limit;
    private final Overflow overflow;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream target;

    CapturedBody(int limit, Overflow overflow) {
        this.limit = limit;
        this.overflow = overflow;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (target == null && length > limit - held.size()) {
            target = overflow.open();
            held.writeTo(target);
            held.reset();
        }
        (target == null ? held : target).write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (target != null) {
            target.flush();
        }
    }

    @Override
    public void close() {
        // the runtime closes the wire
    }

    boolean hasOverflowed() {
        return target != null;
    }

    byte[] toByteArray() {
        return held.toByteArray();
    }
}
