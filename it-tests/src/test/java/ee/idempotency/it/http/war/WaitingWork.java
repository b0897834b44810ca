// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Work whose repeats wait for as long as they may. */
@Path("/waiting")
@RequestScoped
@IdempotentOperation(waitUpTo = "PT30S")
public class WaitingWork extends Work {}
