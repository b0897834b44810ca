// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Webhooks: which sender signs the requests of a resource method, and by which scheme. */
@NullMarked
package ee.idempotency.webhooks;

import org.jspecify.annotations.NullMarked;
