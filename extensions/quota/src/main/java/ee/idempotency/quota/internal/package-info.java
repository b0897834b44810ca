// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How new calls are counted and refused; not for use by other modules. */
@NullMarked
package ee.idempotency.quota.internal;

import org.jspecify.annotations.NullMarked;
