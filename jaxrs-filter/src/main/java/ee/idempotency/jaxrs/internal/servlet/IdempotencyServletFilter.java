// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.jaxrs.internal.request.KeptForm;
import ee.idempotency.jaxrs.internal.request.ServletFilterMark;
import ee.idempotency.jaxrs.internal.response.OutsideAnswer;
import ee.idempotency.jaxrs.internal.response.UnansweredRequest;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets the form of a request with a key, or one that may carry an issued key, be kept, and its response be watched, once it turns out that a protected resource
 * serves it; until then both are the server's. Settles what JAX-RS did not. A form that says it is larger than a protected
 * request may be is left alone: a protected operation refuses it anyway.
 */
final class IdempotencyServletFilter implements Filter {

    static final String NAME = "idempotency";

    private static final String FORM = "application/x-www-form-urlencoded";

    private volatile @Nullable HttpSettings settings;

    IdempotencyServletFilter() {}

    /** With given settings, for tests. */
    IdempotencyServletFilter(HttpSettings settings) {
        this.settings = settings;
    }

    /** Open Liberty does not let listeners ask for the registrations themselves. */
    static boolean isRegistered(ServletContext context) {
        return context.getAttribute(ServletFilterMark.PROPERTY) != null;
    }

    /** Puts it before all other filters, unless there is one of its name. */
    static void register(ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, new IdempotencyServletFilter());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
        context.setAttribute(ServletFilterMark.PROPERTY, true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ServletFilterMark.PROPERTY, pathOfServlet(request));
        try {
            if (request instanceof HttpServletRequest http
                    && (http.getHeader(settings().key().header()) != null || mayHaveKeyField(http))) {
                chain.doFilter(form(http), watched(http, response));
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            Object exchange = request.getAttribute(UnansweredRequest.ATTRIBUTE);
            if (request.isAsyncStarted() && !UnansweredRequest.sharesTransaction(exchange)) {
                EndOfAsync.listenTo(request);
            } else {
                UnansweredRequest.settle(exchange);
            }
        }
    }

    /** Forms may carry keys that the server issued. */
    private boolean mayHaveKeyField(HttpServletRequest request) {
        return !settings().issued().keys().isEmpty() && isForm(request.getContentType());
    }

    /** What its mapping says, so that nothing which rewrites URIs has a part in it: {@code v1} for {@code /v1/*}. */
    private static Object pathOfServlet(ServletRequest request) {
        if (!(request instanceof HttpServletRequest http)) {
            return true;
        }
        @Nullable HttpServletMapping mapping = http.getHttpServletMapping(); // a wrapper's may be null
        return mapping != null && mapping.getMappingMatch() == MappingMatch.PATH
                ? mapping.getPattern().replaceAll("^/|/?\\*$", "")
                : true;
    }

    private static ServletResponse watched(HttpServletRequest request, ServletResponse response) {
        if (!(response instanceof HttpServletResponse http)) {
            return response;
        }
        WatchedResponse watched = new WatchedResponse(http);
        request.setAttribute(OutsideAnswer.PROPERTY, watched);
        return watched;
    }

    private HttpServletRequest form(HttpServletRequest request) {
        int limit = settings().maxRequestSize();
        if (!isForm(request.getContentType()) || request.getContentLengthLong() > limit) {
            return request;
        }
        FormRequest form = new FormRequest(request, limit);
        request.setAttribute(KeptForm.PROPERTY, form);
        return form;
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
