// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.concurrent.Future;

/** Its result is not there yet when it returns. */
@Stateless
public class Later {

    @Asynchronous
    @IdempotentOperation
    public Future<String> compute(@IdempotencyKeyPart String key) {
        return new AsyncResult<>(key);
    }
}
