// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import org.jspecify.annotations.Nullable;

/** Requests that JAX-RS ended without asking its response filters: an exception that nothing mapped, a lost connection. */
public final class UnansweredRequest {

    /** The servlet request's attribute; servers keep properties of a JAX-RS request there. */
    public static final String ATTRIBUTE = Exchange.PROPERTY;

    private UnansweredRequest() {}

    /** Whether the request holds a transaction on its own thread, where it must be settled even if it goes on elsewhere. */
    public static boolean sharesTransaction(@Nullable Object attribute) {
        return attribute instanceof ClaimedExchange claimed && claimed.sharesTransaction();
    }

    /** Gives the key back if the request, which is over, claimed one and did not settle it. */
    public static void settle(@Nullable Object attribute) {
        if (attribute instanceof Exchange exchange) {
            exchange.abandon();
        }
    }
}
