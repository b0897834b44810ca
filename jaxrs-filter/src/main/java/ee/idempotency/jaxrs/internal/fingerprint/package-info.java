// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How requests are compared; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.fingerprint;

import org.jspecify.annotations.NullMarked;
