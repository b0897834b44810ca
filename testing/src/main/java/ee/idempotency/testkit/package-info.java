// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * For tests of applications that use the library: {@link ee.idempotency.testkit.SettableClock} moves time, {@link
 * ee.idempotency.testkit.FaultyStore} fails when a test says so, and {@link ee.idempotency.testkit.TcpRelay} loses, cuts
 * and delays what goes over the network, such as the response to a request whose work was done.
 *
 * <p>A test that runs three times: repeated afterwards, in parallel, and after a crash:
 *
 * <pre>{@code
 * @RetriedTest
 * void chargesOnce(Retried retried) throws Exception {
 *     Payments payments = new Payments(retried.idempotency(), gateway);
 *
 *     retried.assertOneEffect(() -> payments.charge(order), gateway::charges);
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.testkit;

import org.jspecify.annotations.NullMarked;
