// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks;

import ee.idempotency.spi.ForResourceMethods;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a protected resource method run only for requests that a sender has signed. On the method, or on its class for all
 * its methods; found on superclasses and interfaces, too. A request that is forged, changed or too old is answered 401
 * {@code signature-invalid} before anything is claimed.
 *
 * <pre>{@code
 * @POST
 * @SignedWebhook("payments")
 * @IdempotentOperation(name = "payment-event", keyPointer = "/id")
 * public Response received(String event) { ... }
 * }</pre>
 *
 * <p>The settings {@code idempotency.webhooks = payments} and {@code idempotency.webhook.payments.*} have its scheme and its
 * secrets. A deployment stops if the sender is not one of them, if it has no secret, if the method is no protected resource
 * method - that of a bean, a sub-resource locator, an interface that nobody implements -, and in shadow mode.
 */
@Documented
@ForResourceMethods
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedWebhook {

    /** The name of the sender in the settings: 1 to 64 characters of {@code a-z 0-9 -}. */
    String value();
}
