// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyContext;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;

/** A CDI bean in every mode, with {@code @Transactional} written before, after and not at all. */
@ApplicationScoped
public class ModesBean {

    @Inject
    Effects effects;

    @Inject
    IdempotencyContext context;

    @Inject
    ModesEjb ejb;

    @Transactional
    @IdempotentOperation(name = "bean-joined", mode = TransactionMode.JOINED, failOn = IllegalArgumentException.class)
    public String joined(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    @IdempotentOperation(
            name = "bean-one-commit",
            mode = TransactionMode.ONE_COMMIT,
            failOn = IllegalArgumentException.class)
    @Transactional
    public String oneCommit(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    @IdempotentOperation(name = "bean-plain", mode = TransactionMode.JOINED, failOn = IllegalArgumentException.class)
    public String withoutAnnotation(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    /** Other operations inside one, and the same again; the first of them is not intercepted. */
    @SuppressWarnings("idempotency:selfCall")
    @IdempotentOperation(name = "bean-nested", shared = true, mode = TransactionMode.ONE_COMMIT)
    public String nested(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        String joined = joined(key + "-self", WorkEnding.WORKS);
        String other = ejb.oneCommit(key + "-other", WorkEnding.WORKS);
        ejb.partOfNested(key);
        ejb.shipped(key + "-shipped");
        effects.work(key, how);
        return joined + ", " + other + ", attempt " + context.attempt();
    }
}
