// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.remote;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.ejb.Remote;

/** A business interface for callers of other processes. */
@Remote
public interface FarAway {

    @IdempotentOperation
    String place(@IdempotencyKeyPart String key);
}
