// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Work that is not protected. */
@Path("/plain")
@RequestScoped
public class PlainWork extends Work {}
