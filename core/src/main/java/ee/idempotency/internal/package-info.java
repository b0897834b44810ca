// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Shared machinery of {@code core}; not for use by other modules. */
@NullMarked
package ee.idempotency.internal;

import org.jspecify.annotations.NullMarked;
