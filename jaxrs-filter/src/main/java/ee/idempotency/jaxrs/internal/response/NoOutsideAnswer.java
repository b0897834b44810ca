// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.spi.Header;
import java.util.List;

/** Nothing was answered outside JAX-RS, as far as anybody can see. */
final class NoOutsideAnswer implements OutsideAnswer {

    @Override
    public void watch() {
        // there is nothing to watch
    }

    @Override
    public void endWatch() {
        // nothing was watched
    }

    @Override
    public boolean isGiven() {
        return false;
    }

    @Override
    public int status(int otherwise) {
        return otherwise;
    }

    @Override
    public List<Header> headers() {
        return List.of();
    }
}
