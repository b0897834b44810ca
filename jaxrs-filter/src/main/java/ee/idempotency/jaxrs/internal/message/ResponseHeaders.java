// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import ee.idempotency.jaxrs.internal.log.HttpLog;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.spi.Header;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Reads and changes the headers of a response that is not committed yet; their values are whatever the resource set. */
public final class ResponseHeaders {

    private static final String CORS = "access-control-";

    private final MultivaluedMap<String, Object> headers;

    public ResponseHeaders(MultivaluedMap<String, Object> headers) {
        this.headers = headers;
    }

    /** Whether there is a header of this name, whatever its case. */
    public boolean has(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /**
     * The lines of the headers that {@code wanted} accepts, values as the runtime would write them, in their order. Those
     * that {@link #scrub} takes away are left out.
     */
    public List<Header> lines(Predicate<String> wanted) {
        List<Header> lines = new ArrayList<>();
        forEach(wanted, (name, value) -> {
            if (Header.isOneLine(name, value)) {
                lines.add(new Header(name, value));
            }
        });
        return lines;
    }

    private void forEach(Predicate<String> wanted, BiConsumer<String, String> action) {
        headers.forEach((name, values) -> {
            if (wanted.test(name)) {
                values.forEach(value -> action.accept(name, text(value)));
            }
        });
    }

    /**
     * Takes away what must not be sent: a replay mark or an expiry that is not ours, and, of the headers that are stored,
     * those that could start another line in the record or on the wire.
     */
    public void scrub(HeaderRules rules) {
        removeIf(name -> rules.isReplayMark(name) || HeaderNames.EXPIRES.equalsIgnoreCase(name));
        Set<String> unsafe = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        forEach(rules::isStored, (name, value) -> {
            if (!Header.isOneLine(name, value)) {
                unsafe.add(name);
            }
        });
        unsafe.forEach(HttpLog::headerDropped);
        removeIf(unsafe::contains);
    }

    /** Takes away all that {@code replaced} accepts, then adds {@code lines}. */
    void replace(Predicate<String> replaced, List<Header> lines) {
        removeIf(replaced);
        put(lines);
    }

    /** Each in the place of all lines of its name. */
    public void put(List<Header> lines) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        lines.forEach(line -> names.add(line.name()));
        removeIf(names::contains);
        lines.forEach(line -> headers.add(line.name(), line.value()));
    }

    /** Leaves nothing of the resource's answer; a browser still needs the cross-origin headers to show the problem. */
    public void replaceAll(List<Header> lines) {
        replace(name -> !name.regionMatches(true, 0, CORS, 0, CORS.length()), lines);
    }

    private void removeIf(Predicate<String> unwanted) {
        List<String> names = headers.keySet().stream().filter(unwanted).toList();
        names.forEach(headers::remove);
    }

    @SuppressWarnings("unchecked") // the delegate was asked for by the value's own class
    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        RuntimeDelegate.HeaderDelegate<Object> delegate = (RuntimeDelegate.HeaderDelegate<Object>)
                RuntimeDelegate.getInstance().createHeaderDelegate(value.getClass());
        return delegate == null ? value.toString() : delegate.toString(value);
    }
}
