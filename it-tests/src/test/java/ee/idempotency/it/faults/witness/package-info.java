// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What the fault tests add to the example: an operation whose effects can be counted and which stops where a test says. */
@NullMarked
package ee.idempotency.it.faults.witness;

import org.jspecify.annotations.NullMarked;
