// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What core's own tests share. */
@NullMarked
package ee.idempotency.testing;

import org.jspecify.annotations.NullMarked;
