// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Work in the mode ONE_COMMIT. */
@Path("/one-commit")
@RequestScoped
@IdempotentOperation(mode = TransactionMode.ONE_COMMIT)
public class OneCommitWork extends Work {}
