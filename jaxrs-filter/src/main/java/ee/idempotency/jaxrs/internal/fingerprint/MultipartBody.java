// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parts of a multipart body (RFC 2046, RFC 7578) in their order: of each what says what it is, and its bytes. A part
 * that is multipart itself is bytes like any other. Only the plain shape is read, from the first boundary to the last and
 * with CRLF; whatever else parsers may let pass has no canonical form.
 */
final class MultipartBody {

    private static final List<String> COMPARED =
            List.of("content-disposition", "content-transfer-encoding", "content-type");
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final int LONGEST_BOUNDARY = 70;

    private final byte[] body;
    private final byte[] delimiter;
    private final CanonicalBytes canonical = new CanonicalBytes();

    private MultipartBody(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The canonical form.
     *
     * @throws NotCanonicalException if it is not of the plain shape, or the boundary is no boundary
     */
    static byte[] canonical(byte[] body, HeaderValue contentType) throws NotCanonicalException {
        String boundary = contentType.parameters().getOrDefault("boundary", "");
        if (boundary.isBlank() || boundary.length() > LONGEST_BOUNDARY) {
            throw new NotCanonicalException("no boundary");
        }
        MultipartBody multipart = new MultipartBody(body, boundary);
        multipart.read();
        return multipart.canonical.toByteArray();
    }

    private void read() throws NotCanonicalException {
        // the first boundary has no line before it
        if (!isAt(0, delimiter, 2)) {
            throw new NotCanonicalException("something is before the first boundary");
        }
        int at = delimiter.length - 2;
        while (!isAt(at, new byte[] {'-', '-'}, 0)) {
            if (!isAt(at, END_OF_HEADERS, 2)) {
                throw new NotCanonicalException("a boundary goes on");
            }
            int end = find(delimiter, at);
            part(at, end);
            at = end + delimiter.length;
        }
        if (at + 2 != body.length && !(at + 4 == body.length && isAt(at + 2, END_OF_HEADERS, 2))) {
            throw new NotCanonicalException("something is after the last boundary");
        }
    }

    /** {@code from} is at the line end of the boundary, so that a part without headers is read like any other. */
    private void part(int from, int to) throws NotCanonicalException {
        int headersEnd = find(END_OF_HEADERS, from);
        if (headersEnd + END_OF_HEADERS.length > to) {
            throw new NotCanonicalException("a part has no body");
        }
        Map<String, String> headers = headers(from, headersEnd);
        canonical.mark('p');
        for (String name : COMPARED) {
            String value = headers.get(name);
            if (value == null) {
                canonical.mark('-');
            } else {
                canonical.text(HeaderValue.parse(value).canonical());
            }
        }
        canonical.field('b', body, headersEnd + END_OF_HEADERS.length, to);
    }

    private Map<String, String> headers(int from, int to) throws NotCanonicalException {
        Map<String, String> compared = new HashMap<>();
        String lines = new String(body, from, to - from, StandardCharsets.ISO_8859_1);
        for (String line : lines.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                continue;
            }
            if (colon < 1 || Character.isWhitespace(line.charAt(0))) {
                throw new NotCanonicalException("a part's header is malformed");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (COMPARED.contains(name) && compared.put(name, line.substring(colon + 1)) != null) {
                throw new NotCanonicalException("a part has a header twice");
            }
        }
        return compared;
    }

    private int find(byte[] sought, int from) throws NotCanonicalException {
        for (int at = from; at <= body.length - sought.length; at++) {
            if (isAt(at, sought, 0)) {
                return at;
            }
        }
        throw new NotCanonicalException("a part does not end");
    }

    /** Whether {@code expected}, but for its first {@code skipped} bytes, is at {@code at}. */
    private boolean isAt(int at, byte[] expected, int skipped) {
        if (at + expected.length - skipped > body.length) {
            return false;
        }
        for (int i = skipped; i < expected.length; i++) {
            if (body[at + i - skipped] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
