// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of one request: read when it is needed first, and once. Not thread-safe. */
public final class LazyBody implements Supplier<byte[]> {

    private final Supplier<byte[]> reader;
    private byte @Nullable [] body;

    public LazyBody(Supplier<byte[]> reader) {
        this.reader = reader;
    }

    @Override
    public byte[] get() {
        byte[] read = body;
        if (read == null) {
            read = reader.get();
            body = read;
        }
        return read;
    }
}
