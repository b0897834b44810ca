// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** As much of a servlet response as is asked of it, watched. */
public final class StubResponse {

    private int status = 200;
    private boolean committed;
    private final WatchedResponse watched = new WatchedResponse((HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments)));

    private @Nullable Object answer(String method, Object[] arguments) {
        switch (method) {
            case "setStatus" -> status = (int) arguments[0];
            case "flushBuffer" -> committed = true;
            case "getStatus" -> {
                return status;
            }
            case "isCommitted" -> {
                return committed;
            }
            case "getOutputStream" -> {
                return new Sink();
            }
            default -> {}
        }
        return null;
    }

    /** What a resource gets, and the library. */
    public HttpServletResponse watched() {
        return watched;
    }

    private static final class Sink extends ServletOutputStream {

        @Override
        public void write(int octet) {
            // nobody reads it
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
