// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Faults on real PostgreSQL and real servers: killed, paused, cut off. A witness table without a unique key counts the
 * effects, a history keeps what every client was answered, and a checker compares the two key by key.
 */
@NullMarked
package ee.idempotency.it.faults;

import org.jspecify.annotations.NullMarked;
