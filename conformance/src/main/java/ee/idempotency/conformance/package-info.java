// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Measures any implementation of draft-ietf-httpapi-idempotency-key-header-07 behind a base URL. The draft expired in
 * April 2026 without becoming an RFC; there is no later one.
 *
 * <p>From the command line:
 *
 * <pre>{@code
 * java -jar idempotency-conformance-all.jar target.properties --base-url=https://api.example.org/
 * }</pre>
 */
@NullMarked
package ee.idempotency.conformance;

import org.jspecify.annotations.NullMarked;
