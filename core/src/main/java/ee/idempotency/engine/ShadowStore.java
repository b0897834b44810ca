// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

/**
 * How shadow mode asks the store.
 *
 * @param records those of shadow mode
 * @param calls waits for it, for a limited time
 */
record ShadowStore(StoreCalls records, TimedCalls calls) {}
