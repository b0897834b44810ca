// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Reads a request's body into bounded memory and leaves the resource all of it, be it too large or broken off. */
public final class WatchedBody {

    private static final int PIECE = 8192;

    private WatchedBody() {}

    /**
     * The whole body.
     *
     * @throws RefusedRequestException if it is larger than {@code limit} bytes or ends before its end
     */
    public static byte[] read(ContainerRequestContext request, int limit) {
        InputStream source = request.getEntityStream();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try {
            byte[] piece = new byte[PIECE];
            for (int read = 0; read >= 0 && seen.size() <= limit; read = source.read(piece, 0, wanted(seen, limit))) {
                seen.write(piece, 0, read);
            }
        } catch (IOException | RuntimeException brokenOff) {
            leave(request, seen, new BrokenOff(brokenOff));
            throw new RefusedRequestException(ProblemType.BODY_UNREADABLE, "The body broke off or is malformed.");
        }
        leave(request, seen, source);
        if (seen.size() > limit) {
            throw new RefusedRequestException(ProblemType.REQUEST_TOO_LARGE, "The body is too large.");
        }
        return seen.toByteArray();
    }

    private static int wanted(ByteArrayOutputStream seen, int limit) {
        return Math.min(PIECE, limit + 1 - seen.size());
    }

    private static void leave(ContainerRequestContext request, ByteArrayOutputStream seen, InputStream rest) {
        InputStream first = new ByteArrayInputStream(seen.toByteArray());
        request.setEntityStream(new SequenceInputStream(first, rest));
    }

    /** Fails again as the body did. */
    private static final class BrokenOff extends InputStream {

        private final Exception failure;

        BrokenOff(Exception failure) {
            this.failure = failure;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public int read() throws IOException {
            if (failure instanceof IOException broken) {
                throw broken;
            }
            throw (RuntimeException) failure;
        }
    }
}
