// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Keys that the server issues: signed, for one caller and one operation, and for a while.
 *
 * <p>In code:
 *
 * <pre>{@code
 * IssuedKey key = new KeyIssuer(signingKeys, InstantSource.system()).issue(place, Duration.ofHours(1));
 * }</pre>
 */
@NullMarked
package ee.idempotency.issued;

import org.jspecify.annotations.NullMarked;
