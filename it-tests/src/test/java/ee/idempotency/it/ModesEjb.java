// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;

/** An EJB, whose transactions the container begins and ends around all interceptors. */
@Stateless
public class ModesEjb {

    @Inject
    Effects effects;

    @Inject
    ModesBean bean;

    @IdempotentOperation(name = "ejb-joined", mode = TransactionMode.JOINED, failOn = IllegalArgumentException.class)
    public String joined(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    /** Its lease is renewed while it works. */
    @IdempotentOperation(name = "ejb-kept", mode = TransactionMode.JOINED, lease = "PT1S")
    public String kept(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    @IdempotentOperation(name = "ejb-one-commit", mode = TransactionMode.ONE_COMMIT)
    public String oneCommit(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    @IdempotentOperation(name = "ejb-requires-new", mode = TransactionMode.JOINED)
    public String requiresNew(@IdempotencyKeyPart String key, WorkEnding how) throws IOException {
        return effects.work(key, how);
    }

    /** Of the operation that calls it. */
    @IdempotentOperation(name = "bean-nested", shared = true, mode = TransactionMode.ONE_COMMIT)
    public void partOfNested(@IdempotencyKeyPart String key) throws IOException {
        effects.work(key + "-part", WorkEnding.WORKS);
    }

    /** Its key is of the claim that it is called under. */
    @IdempotentOperation(name = "shipped", mode = TransactionMode.ONE_COMMIT, subOperation = true)
    public void shipped(String effect) throws IOException {
        effects.work(effect, WorkEnding.WORKS);
    }

    /** A duplicate between two effects of one transaction. */
    public String aroundDuplicate(String key) throws IOException {
        effects.work(key + "-before", WorkEnding.WORKS);
        String duplicate = bean.oneCommit(key, WorkEnding.WORKS);
        effects.work(key + "-after", WorkEnding.WORKS);
        return duplicate;
    }

    /** Two effects with a transaction of another between them. */
    public void aroundAnother(String effect) throws IOException {
        effects.work(effect, WorkEnding.WORKS);
        effects.count(effect);
        effects.work(effect, WorkEnding.WORKS);
    }

    /** In the container's transaction. */
    public void flushAtCommit(String effect) throws IOException {
        effects.workAndFlushAtCommit(effect);
    }

    /** Where no transaction can be begun. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String callWithoutTransaction(String key) throws IOException {
        return bean.joined(key, WorkEnding.WORKS);
    }
}
