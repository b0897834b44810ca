// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The HTTP filter and the transactions of a real server: every path of a request, and what is left of it. */
@NullMarked
package ee.idempotency.it.http;

import org.jspecify.annotations.NullMarked;
