// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

/**
 * A message as a broker delivers it: at least once.
 *
 * @param id the producer's id of the message, the same for every delivery and every attempt to send it
 * @param charge what to settle
 */
public record SettlementMessage(String id, String charge) {}
