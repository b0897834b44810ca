// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the bindings. */
@NullMarked
package ee.idempotency.observability.internal;

import org.jspecify.annotations.NullMarked;
