// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Orders as plain JSON, and the receipts that are mailed for them once. */
@NullMarked
package ee.idempotency.example.orders;

import org.jspecify.annotations.NullMarked;
