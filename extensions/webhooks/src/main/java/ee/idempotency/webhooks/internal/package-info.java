// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How signatures are verified; not for use by applications. */
@NullMarked
package ee.idempotency.webhooks.internal;

import org.jspecify.annotations.NullMarked;
