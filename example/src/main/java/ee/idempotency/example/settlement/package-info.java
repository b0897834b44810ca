// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** A worker whose messages are delivered at least once and settled exactly once. */
@NullMarked
package ee.idempotency.example.settlement;

import org.jspecify.annotations.NullMarked;
