// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What the HTTP adapter logs; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.log;

import org.jspecify.annotations.NullMarked;
