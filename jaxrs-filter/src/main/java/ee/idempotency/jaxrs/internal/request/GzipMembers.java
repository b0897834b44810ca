// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip stream of any number of members (RFC 1952, section 2.2), but of few that are empty one after another: for each of
 * them the platform's stream calls its own {@code read} again, so that 200 kB of them take all of a thread's stack, here and in
 * the decoder of the resource. Not thread-safe.
 */
final class GzipMembers extends GZIPInputStream {

    private static final int MOST_EMPTY = 100;

    private int calls;

    GzipMembers(InputStream source) throws IOException {
        super(source);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (++calls > MOST_EMPTY) {
            throw new RefusedRequestException(
                    ProblemType.BODY_MALFORMED,
                    "The body has more than " + MOST_EMPTY + " empty gzip members in a row. Nothing was done.");
        }
        try {
            return super.read(target, offset, length);
        } finally {
            calls--;
        }
    }
}
