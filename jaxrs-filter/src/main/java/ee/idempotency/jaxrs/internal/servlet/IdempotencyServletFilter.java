// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.jaxrs.internal.response.UnansweredRequest;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.jaxrs.settings.HttpSettings;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Wraps requests that carry a form and a key, and settles what JAX-RS did not. A form that says it is larger than a
 * protected request may be is left alone: a protected operation refuses it anyway, and any other should find it as it
 * came.
 */
final class IdempotencyServletFilter implements Filter {

    private static final String FORM = "application/x-www-form-urlencoded";

    private volatile @Nullable HttpSettings settings;

    IdempotencyServletFilter() {}

    /** With given settings, for tests. */
    IdempotencyServletFilter(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request instanceof HttpServletRequest http ? wrap(http) : request, response);
        } finally {
            Object exchange = request.getAttribute(UnansweredRequest.ATTRIBUTE);
            if (request.isAsyncStarted() && !UnansweredRequest.sharesTransaction(exchange)) {
                EndOfAsync.listenTo(request);
            } else {
                UnansweredRequest.settle(exchange);
            }
        }
    }

    private HttpServletRequest wrap(HttpServletRequest request) {
        if (!isForm(request.getContentType())) {
            return request;
        }
        HttpSettings current = settings();
        int limit = current.maxRequestSize();
        if (request.getHeader(current.key().header()) == null || request.getContentLengthLong() > limit) {
            return request;
        }
        return new FormRequest(request, limit);
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private HttpSettings settings() {
        HttpSettings known = settings;
        if (known == null) {
            known = ConfiguredSettings.read();
            settings = known;
        }
        return known;
    }
}
