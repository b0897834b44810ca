// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Nothing here is API. */
@NullMarked
package ee.idempotency.observability.internal;

import org.jspecify.annotations.NullMarked;
