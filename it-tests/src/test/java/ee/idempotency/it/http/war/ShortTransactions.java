// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Transactions that the library begins for a request last as long as the request says. */
@Provider
@Priority(Priorities.USER)
public class ShortTransactions implements ContainerRequestFilter, ContainerResponseFilter {

    /** The header that says it. */
    public static final String SECONDS = "X-Transaction-Seconds";

    @Inject
    UserTransaction transaction;

    @Override
    public void filter(ContainerRequestContext request) {
        String seconds = request.getHeaderString(SECONDS);
        if (seconds != null) {
            set(Integer.parseInt(seconds));
        }
    }

    /** The time-out is the thread's, which serves other requests afterwards. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString(SECONDS) != null) {
            set(0);
        }
    }

    private void set(int seconds) {
        try {
            transaction.setTransactionTimeout(seconds);
        } catch (SystemException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
