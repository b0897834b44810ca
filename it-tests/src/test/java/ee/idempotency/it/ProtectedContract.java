// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;

/** What several classes implement, each as an operation of its own. */
public interface ProtectedContract {

    /** Protected by the annotation here. */
    @IdempotentOperation
    String contract(@IdempotencyKeyPart String key);
}
