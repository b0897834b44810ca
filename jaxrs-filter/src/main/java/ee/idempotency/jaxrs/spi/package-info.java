// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What an application may provide to the HTTP adapter.
 *
 * <p>Problems in the shape that the API has anyhow:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class OurErrors implements ProblemRenderer {
 *
 *     public RenderedProblem render(ProblemReport problem) {
 *         String body = Json.createObjectBuilder().add("error", problem.code()).build().toString();
 *         return new RenderedProblem(problem.status(), "application/json", Bytes.of(body.getBytes(UTF_8)), List.of());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.jaxrs.spi;

import org.jspecify.annotations.NullMarked;
