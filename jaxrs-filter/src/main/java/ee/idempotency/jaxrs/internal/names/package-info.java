// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Names that have a meaning on the wire; below everything else. Not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.names;

import org.jspecify.annotations.NullMarked;
