// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What the world may know of the protected operations; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.published;

import org.jspecify.annotations.NullMarked;
