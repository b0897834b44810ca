// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Callers of idempotent endpoints, on real servers. */
@NullMarked
package ee.idempotency.it.client;

import org.jspecify.annotations.NullMarked;
