// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How events are recorded and relayed; not for use by applications. */
@NullMarked
package ee.idempotency.outbox.internal;

import org.jspecify.annotations.NullMarked;
