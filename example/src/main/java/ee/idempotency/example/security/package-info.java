// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Who calls: a merchant, known by its API key. */
@NullMarked
package ee.idempotency.example.security;

import org.jspecify.annotations.NullMarked;
