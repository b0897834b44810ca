// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Reads compressed requests, as an application would. */
@Provider
public class Gunzip implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if ("gzip".equals(context.getHeaders().getFirst("Content-Encoding"))) {
            BufferedInputStream body = new BufferedInputStream(context.getInputStream());
            context.setInputStream(isCompressed(body) ? new GZIPInputStream(body) : body);
        }
        return context.proceed();
    }

    /** Open Liberty has already read it. */
    private static boolean isCompressed(BufferedInputStream body) throws IOException {
        body.mark(1);
        boolean compressed = body.read() == (GZIPInputStream.GZIP_MAGIC & 0xFF);
        body.reset();
        return compressed;
    }
}
