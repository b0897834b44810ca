// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.spi.Bytes;

/**
 * The entity of a problem that the exception mapper answers; a type of its own, so that the right provider writes it and
 * the failure policy recognises it.
 *
 * @param type what the problem is
 * @param body its bytes
 */
public record ProblemEntity(ProblemType type, Bytes body) {}
