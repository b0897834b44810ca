// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What is read of a request before it is claimed; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.request;

import org.jspecify.annotations.NullMarked;
