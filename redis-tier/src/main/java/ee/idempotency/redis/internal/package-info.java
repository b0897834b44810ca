// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How records look in Redis: scripts, keys and answers. */
@NullMarked
package ee.idempotency.redis.internal;

import org.jspecify.annotations.NullMarked;
