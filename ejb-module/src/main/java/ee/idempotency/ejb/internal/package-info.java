// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The interceptor, the CDI wiring, the settings and the sweep timer; nothing here is for users to call. */
@NullMarked
package ee.idempotency.ejb.internal;

import org.jspecify.annotations.NullMarked;
