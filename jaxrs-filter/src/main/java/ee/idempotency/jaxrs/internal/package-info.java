// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How the HTTP adapter works; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal;

import org.jspecify.annotations.NullMarked;
