// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import ee.idempotency.client.internal.Lifetimes;
import ee.idempotency.client.internal.RequestKeys;
import ee.idempotency.spi.Header;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Sends {@code Idempotency-Key} with every POST and PATCH, for clients of Jakarta REST ({@code client.register(...)}) and of
 * MicroProfile Rest Client ({@code @RegisterProvider}). The key is, the first that there is:
 *
 * <ol>
 *   <li>the header that the caller passes;
 *   <li>the key of {@link IdempotentCalls#call(String, ee.idempotency.Work)};
 *   <li>within a claim of this library, a key that follows from the claim, the method and the address: the same on every
 *       attempt, thread and node. Two requests of one claim that differ in their bodies alone are refused by the server (422
 *       {@code key-reused}): give each a key of its own;
 *   <li>the key of {@link IdempotentCalls#call(ee.idempotency.Work)};
 *   <li>a random one, which no retry has again: said once for each method of the client ({@code IDEM-0871}).
 * </ol>
 *
 * <p>A filter alone cannot keep a key: {@code @Retry} calls it again. Once a server has said in {@code
 * Idempotency-Key-Expires} until when it keeps its answer, the same key is not sent after that: the operation would run again.
 *
 * <p>It runs at {@link Priorities#HEADER_DECORATOR}, before filters without a priority, so that these see the key: one that signs
 * the request's headers, say, must come later. Thread-safe.
 */
@Priority(Priorities.HEADER_DECORATOR)
public final class IdempotencyKeyFilter implements ClientRequestFilter, ClientResponseFilter {

    private static final String KEY = "Idempotency-Key";
    private static final Set<String> METHODS = Set.of("POST", "PATCH");

    private final InstantSource clock;
    private final RequestKeys keys = new RequestKeys();
    private final Lifetimes lifetimes = new Lifetimes();

    /** A filter on the clock of this machine. */
    public IdempotencyKeyFilter() {
        this(InstantSource.system());
    }

    /** A filter on a clock of the caller's. */
    public IdempotencyKeyFilter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws KeyExpiredException if the server's answer to this key is no longer kept; nothing was sent
     */
    @Override
    public void filter(ClientRequestContext request) {
        String key = request.getHeaderString(KEY);
        if (key == null) {
            if (!METHODS.contains(request.getMethod())) {
                return;
            }
            key = keys.make(request);
            request.getHeaders().putSingle(KEY, key);
        }
        Instant end = lifetimes.end(key);
        if (end != null && !clock.instant().isBefore(end)) {
            throw new KeyExpiredException(end);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String key = request.getHeaderString(KEY);
        Instant end = AnswerHeaders.expires(response.getHeaderString(Header.KEY_EXPIRES));
        if (key != null && end != null) {
            lifetimes.remember(key, end);
        }
    }
}
