// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.spi.IdempotencyListener;

/** A listener that has something to let go of when the application is undeployed. */
interface ClosableListener extends IdempotencyListener, AutoCloseable {

    @Override
    default void close() {}
}
