// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Refusals and failures as RFC 9457 writes them; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.problem;

import org.jspecify.annotations.NullMarked;
