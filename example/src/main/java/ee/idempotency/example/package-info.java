// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** A payments service that shows every way to make retries safe. */
@NullMarked
package ee.idempotency.example;

import org.jspecify.annotations.NullMarked;
