// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What operators look at and change: {@link ee.idempotency.admin.IdempotencyAdmin}. */
@NullMarked
package ee.idempotency.admin;

import org.jspecify.annotations.NullMarked;
