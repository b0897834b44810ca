// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.UUID;

/**
 * Proof that one attempt owns a claim. Every later write of the record names it, and is refused once another attempt has
 * taken over.
 *
 * @param recordKey the record
 * @param ownerToken random per attempt; the fence
 * @param attempt 1 for the first run and one more for every takeover of the same record
 * @param version the store's own second guard (JPA's version); opaque to everybody else
 */
public record Ownership(RecordKey recordKey, UUID ownerToken, int attempt, int version) {}
