// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The servers the tests run on, started as a deployer would. */
@NullMarked
package ee.idempotency.it.server;

import org.jspecify.annotations.NullMarked;
