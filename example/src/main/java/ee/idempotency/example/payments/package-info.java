// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Charges and refunds in Stripe's wire format, protected by the {@code Idempotency-Key} header. */
@NullMarked
package ee.idempotency.example.payments;

import org.jspecify.annotations.NullMarked;
