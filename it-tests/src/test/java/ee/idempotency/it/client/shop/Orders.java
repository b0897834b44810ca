// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client.shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An operation that calls the gateway. */
@ApplicationScoped
public class Orders {

    @Inject
    @RestClient
    Gateway gateway;

    @IdempotentOperation(name = "client-order")
    public String order(@IdempotencyKeyPart String order) {
        return Retries.untilAnswered(() -> gateway.pay(order, "claim"));
    }
}
