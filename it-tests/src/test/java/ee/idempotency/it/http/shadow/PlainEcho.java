// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.shadow;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Not protected. */
@Path("/plain")
@RequestScoped
public class PlainEcho extends Echo {}
