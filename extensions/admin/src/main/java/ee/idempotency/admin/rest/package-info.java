// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Administration over HTTP, below the application's own path. */
@NullMarked
package ee.idempotency.admin.rest;

import org.jspecify.annotations.NullMarked;
