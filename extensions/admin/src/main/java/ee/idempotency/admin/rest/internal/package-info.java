// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How requests are read, judged and answered. */
@NullMarked
package ee.idempotency.admin.rest.internal;

import org.jspecify.annotations.NullMarked;
