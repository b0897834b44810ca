// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.ejb.Local;

/** A business interface. */
@Local
public interface ByInterface {

    @IdempotentOperation
    String place(@IdempotencyKeyPart String key);
}
