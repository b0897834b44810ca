// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;

/** A CDI bean whose class is protected and transactional as a whole. */
@ApplicationScoped
@Transactional
@IdempotentOperation(name = "class", mode = TransactionMode.ONE_COMMIT, failOn = IllegalArgumentException.class)
public class ModesClass {

    @Inject
    Effects effects;

    public String call(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }
}
