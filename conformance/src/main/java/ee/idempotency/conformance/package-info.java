// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Measures any implementation of draft-ietf-httpapi-idempotency-key-header-07 behind a base URL. The draft expired in
 * April 2026 without becoming an RFC; there is no later one.
 */
@NullMarked
package ee.idempotency.conformance;

import org.jspecify.annotations.NullMarked;
