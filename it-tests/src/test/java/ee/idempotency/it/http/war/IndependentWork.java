// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.TransactionMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Work in the mode INDEPENDENT. */
@Path("/independent")
@RequestScoped
@IdempotentOperation(mode = TransactionMode.INDEPENDENT)
public class IndependentWork extends Work {}
