// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The filter of one operation, and how it comes to its resource method; the top of this module. Not
 * for use by applications.
 */
@NullMarked
package ee.idempotency.jaxrs.internal.filter;

import org.jspecify.annotations.NullMarked;
