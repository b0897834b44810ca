// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.spi.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resource answers through the servlet response, where JAX-RS does not see it. In a property of the request, because
 * servers keep the servlet request's attributes there.
 */
public interface OutsideAnswer {

    /** The property of the request. */
    String PROPERTY = "ee.idempotency.jaxrs.outside";

    /** The one that a property of the request holds. */
    static OutsideAnswer of(@Nullable Object property) {
        return property instanceof OutsideAnswer watched ? watched : NONE;
    }

    /** The resource is about to run: what is done to the response from now on is its doing. */
    void watch();

    /** The runtime is about to write: what is done from now on is not the resource's doing. */
    void endWatch();

    /** Whether an error, a redirect or bytes of a body were sent. */
    boolean isGiven();

    /** The status that was sent; {@code otherwise} where none is final yet. */
    int status(int otherwise);

    /** The headers that were set, in their order. */
    List<Header> headers();

    /** Where no servlet response is watched: nothing was answered outside JAX-RS, as far as anybody can see. */
    OutsideAnswer NONE = new OutsideAnswer() {
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
    };
}
