// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Redis in front of a database. */
@NullMarked
package ee.idempotency.it.tiers;

import org.jspecify.annotations.NullMarked;
