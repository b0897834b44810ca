// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** In shadow mode. */
@Path("/watched")
@RequestScoped
@IdempotentOperation
public class WatchedEcho extends Echo {}
