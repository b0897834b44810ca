// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Administration over HTTP, below the application's own path.
 *
 * <p>Off until a role is set:
 *
 * <pre>{@code
 * curl -u ops -H 'X-Idempotency-Admin: 1' "$api/records/search" -d '{"operation": "create-charge"}'
 * }</pre>
 */
@NullMarked
package ee.idempotency.admin.rest;

import org.jspecify.annotations.NullMarked;
