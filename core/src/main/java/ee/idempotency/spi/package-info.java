// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between the engine and a store, and the other points where the library can be extended. Stores depend
 * on this package; they never depend on an adapter.
 */
@NullMarked
package ee.idempotency.spi;

import org.jspecify.annotations.NullMarked;
