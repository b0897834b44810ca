// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * An entity that can be written halfway only.
 *
 * @param checked whether it fails with an {@link IOException}
 */
public record BrokenBody(boolean checked) {

    /** Writes it. */
    @Provider
    public static class Writer implements MessageBodyWriter<BrokenBody> {

        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return type == BrokenBody.class;
        }

        @Override
        public void writeTo(
                BrokenBody body,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write("beginning".getBytes(StandardCharsets.UTF_8));
            if (body.checked()) {
                throw new IOException("the other half is missing");
            }
            throw new IllegalStateException("the other half is missing");
        }
    }
}
