// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.engine.WithoutText;
import ee.idempotency.operation.Operation;

/** What this module logs: IDEM-02xx. */
final class WiringLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.ejb");

    private WiringLog() {}

    static void operationProtected(Operation operation) {
        LOG.log(INFO, "IDEM-0204 protects {0}", operation.announcement());
    }

    static void notAdmitted(String where) {
        LOG.log(
                ERROR,
                "IDEM-0205 {0} was called although no filter had looked at the request; it did not run. Register"
                        + " ee.idempotency.jaxrs.IdempotencyFeature where the JAX-RS application lists its classes",
                where);
    }

    static void swept(long deleted) {
        LOG.log(DEBUG, "IDEM-0201 Swept {0} expired records", deleted);
    }

    static void sweptByScheduler() {
        LOG.log(
                WARNING,
                "IDEM-0206 The server has not found the EJB timer of idempotency-ejb-module (it looks for EJBs in WEB-INF/lib,"
                        + " not in the lib of an EAR, and some have none): the container's scheduler sweeps instead");
    }

    static void nobodySweeps() {
        LOG.log(
                ERROR,
                "IDEM-0207 Nothing sweeps expired records: the server has found neither the EJB timer of"
                        + " idempotency-ejb-module nor a scheduler. Provide a bean SchedulerSource, or let a job of the"
                        + " database sweep and set idempotency.sweep.enabled = false");
    }

    static void namespace(String name) {
        LOG.log(
                INFO,
                "IDEM-0208 Keys are shared by all nodes whose namespace is {0}, the name of this application; under another name"
                        + " every key is new. idempotency.namespace sets one that stays",
                name);
    }

    static void rollbackFailed(Throwable cause) {
        LOG.log(
                WARNING,
                "IDEM-0203 A transaction could not be rolled back; its connection is closed with it",
                WithoutText.in(LOG, cause));
    }

    static void sweepFailed(Throwable cause) {
        LOG.log(WARNING, "IDEM-0202 A sweep failed; the next one tries again", WithoutText.in(LOG, cause));
    }
}
