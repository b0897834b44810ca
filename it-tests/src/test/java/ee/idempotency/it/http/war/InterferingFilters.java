// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Filters that abort or throw when a request asks for it: {@code X-Meddle: before 403}, {@code after throw}. */
public final class InterferingFilters {

    private static final String HEADER = "X-Meddle";

    private InterferingFilters() {}

    private static void meddle(ContainerRequestContext request, String where) {
        String asked = request.getHeaderString(HEADER);
        if (asked == null || !asked.startsWith(where + " ")) {
            return;
        }
        String what = asked.substring(where.length() + 1);
        if (what.equals("throw")) {
            throw new IllegalArgumentException("a filter failed");
        }
        request.abortWith(Response.status(Integer.parseInt(what))
                .type("text/plain")
                .entity("aborted")
                .build());
    }

    /** Comes before the library's filter. */
    @Provider
    @Priority(Priorities.USER)
    public static class Before implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            meddle(request, "before");
        }
    }

    /** Comes after the library's filter: inside the transaction that it has begun. */
    @Provider
    @Priority(Priorities.USER + 2000)
    public static class After implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            meddle(request, "after");
        }
    }

    /** Fails on the way out, before the library's response filter; {@code answer once} or {@code answer always}. */
    @Provider
    public static class Answer implements ContainerResponseFilter {

        private static final String DONE = Answer.class.getName();

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            String asked = String.valueOf(request.getHeaderString(HEADER));
            boolean again = request.getProperty(DONE) != null;
            if (asked.equals("answer always") || (asked.equals("answer once") && !again)) {
                request.setProperty(DONE, true);
                throw new IllegalArgumentException("a response filter failed");
            }
        }
    }
}
