// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.jaxrs.internal.response.OutsideAnswer;
import ee.idempotency.spi.Header;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what a resource does to the servlet response, and does it. The resource may be on another thread than the runtime. */
final class WatchedResponse extends HttpServletResponseWrapper implements OutsideAnswer {

    private static final int NONE_SENT = 0;

    private final List<Header> headers = new CopyOnWriteArrayList<>();
    private volatile boolean watching;
    private volatile boolean written;
    private volatile int sent = NONE_SENT;

    WatchedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void watch() {
        watching = true;
    }

    @Override
    public void endWatch() {
        watching = false;
    }

    @Override
    public boolean isGiven() {
        return sent != NONE_SENT || written || isCommitted();
    }

    @Override
    public int status(int otherwise) {
        if (sent != NONE_SENT) {
            return sent;
        }
        return isCommitted() ? getStatus() : otherwise;
    }

    @Override
    public List<Header> headers() {
        return List.copyOf(headers);
    }

    @Override
    public void sendError(int status) throws IOException {
        noteSent(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        noteSent(status);
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        noteSent(SC_FOUND);
        note("Location", location, true);
        super.sendRedirect(location);
    }

    private void noteSent(int status) {
        sent = watching ? status : sent;
    }

    @Override
    public void setHeader(String name, String value) {
        note(name, value, true);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        note(name, value, false);
        super.addHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        note(name, Integer.toString(value), true);
        super.setIntHeader(name, value);
    }

    @Override
    public void addIntHeader(String name, int value) {
        note(name, Integer.toString(value), false);
        super.addIntHeader(name, value);
    }

    /** A value of null, which removes a header on some servers, and what is not one line are not kept. */
    private void note(String name, @Nullable String value, boolean replaces) {
        if (watching) {
            if (replaces) {
                headers.removeIf(line -> line.name().equalsIgnoreCase(name));
            }
            if (value != null && Header.isOneLine(name, value)) {
                headers.add(new Header(name, value));
            }
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream stream = super.getOutputStream();
        return watching ? new WatchedOutputStream(stream, () -> written = true) : stream;
    }

    /** Nobody asks for a writer but to write. */
    @Override
    public PrintWriter getWriter() throws IOException {
        if (watching) {
            written = true;
        }
        return super.getWriter();
    }
}
