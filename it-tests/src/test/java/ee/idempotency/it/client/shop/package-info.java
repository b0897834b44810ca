// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An application that calls a gateway. */
@NullMarked
package ee.idempotency.it.client.shop;

import org.jspecify.annotations.NullMarked;
