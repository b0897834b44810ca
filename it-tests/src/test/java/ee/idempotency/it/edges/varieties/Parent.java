// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import java.util.UUID;

/** No EJB itself. */
public abstract class Parent {

    @IdempotentOperation
    public String place(@IdempotencyKeyPart String key) {
        return "inherited " + UUID.randomUUID();
    }
}
