// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** A listener, a gate and a seal that cannot be constructed. */
@NullMarked
package ee.idempotency.it.edges.seams;

import org.jspecify.annotations.NullMarked;
