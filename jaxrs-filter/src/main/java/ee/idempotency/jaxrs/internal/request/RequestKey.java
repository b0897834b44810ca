// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.operation.KeySource;
import ee.idempotency.operation.KeySource.Place;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the key of the requests of one operation, wherever it is. Thread-safe. */
public final class RequestKey {

    private final KeySource source;
    private final String header;
    private final KeyHeader keyHeader;
    private final KeyMember keyMember;
    private final int limit;
    private final boolean mayBeAField;

    /** {@code issued} says whether the server issues the keys: those may be in a form, too, if there is no header. */
    public RequestKey(KeySource source, boolean issued, HttpSettings settings) {
        boolean isUsual = source.place() != Place.HEADER;
        this.source = source;
        this.header = isUsual ? settings.key().header() : source.name();
        this.keyHeader = new KeyHeader(isUsual ? settings.key() : settings.key().withHeader(source.name()));
        this.keyMember = new KeyMember(source.place() == Place.BODY ? source.name() : "/", settings.key());
        this.limit = settings.maxRequestSize();
        this.mayBeAField = issued && source.place() == Place.USUAL_HEADER;
    }

    /** Whether reading the key needs the body. */
    public boolean isInBody() {
        return source.place() == Place.BODY;
    }

    /**
     * The key of a request.
     *
     * @param body its body, which is asked for only if the key is in it
     * @return empty if it has none
     * @throws RefusedRequestException if there is something else in its place, or more than one
     */
    public Optional<String> read(ContainerRequestContext request, Supplier<byte[]> body) {
        if (!isInBody()) {
            Optional<String> key = keyHeader.parse(request.getHeaders().get(header));
            return key.isEmpty() && mayBeAField && FormSize.isForm(request.getHeaderString("Content-Type"))
                    ? KeyField.find(body.get())
                    : key;
        }
        String contentType = request.getHeaderString("Content-Type");
        if (!WholeDocument.isJson(contentType)) {
            return Optional.empty();
        }
        return WholeDocument.of(body.get(), contentType, request.getHeaderString("Content-Encoding"), limit)
                .flatMap(keyMember::find);
    }

    /** The problem of a request that must have a key and has none. */
    public RefusedRequestException missing() {
        return new RefusedRequestException(
                ProblemType.KEY_MISSING,
                isInBody()
                        ? "This operation needs a key unique to the request, as the " + source.words(header)
                                + "; the body of this request is not JSON, or has no such member."
                        : "This operation needs the " + source.words(header) + " with a key unique to the request"
                                + (mayBeAField ? ", or, in a form, the field " + KeyField.NAME + "." : "."));
    }
}
