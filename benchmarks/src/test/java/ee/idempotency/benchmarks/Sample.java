// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

/**
 * What a slice of time showed of a contender; more is better in both.
 *
 * @param rate calls a second
 * @param economy calls a second of processor time, that of this process and of the database together; it hardly moves where other
 *     programs use the machine as well
 */
record Sample(double rate, double economy) {}
