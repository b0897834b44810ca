// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An outbox: events are recorded in the transaction that they speak of, and sent after its commit, at least once. */
@NullMarked
package ee.idempotency.outbox;

import org.jspecify.annotations.NullMarked;
