// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

/**
 * A message as a broker delivers it: at least once.
 *
 * @param id the broker's message id, the same for every delivery of one message
 * @param charge what to settle
 */
public record SettlementMessage(String id, String charge) {}
