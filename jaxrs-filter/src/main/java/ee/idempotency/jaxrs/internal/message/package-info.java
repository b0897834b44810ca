// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Responses as status, header lines and bytes, and which of their headers count; not for use by
 * applications.
 */
@NullMarked
package ee.idempotency.jaxrs.internal.message;

import org.jspecify.annotations.NullMarked;
