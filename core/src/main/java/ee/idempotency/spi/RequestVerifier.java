// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.SignatureRefusedException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Verifies that requests to a resource method come from whom they must come, before anything is claimed and before the key is
 * read. Beans of this type are asked once for each resource method when the application starts; what one returns is called
 * for each request of the method, also for repeats and for requests without a key. Implementations are thread-safe.
 */
public interface RequestVerifier {

    /**
     * How requests to a method are verified; empty if they are not. A method that is not protected cannot be verified
     * either: the deployment stops then, as it does in shadow mode.
     *
     * @throws IllegalArgumentException if that cannot be known; the message is for the application's developer and stops the
     *     deployment
     */
    Optional<Check> checkOf(Class<?> resourceClass, Method method);

    /** What is done for each request of one method. */
    @FunctionalInterface
    interface Check {

        /**
         * Returns if the request is what it says it is.
         *
         * @throws SignatureRefusedException if it is not: 401, nothing is claimed, and nothing runs
         */
        void verify(Request request);
    }

    /** A request, as it came. */
    interface Request {

        /** The values of a header, one for each line, in their order; empty if there is none. */
        List<String> header(String name);

        /** All of the body; it is read when it is first asked for, and refused if it is larger than the settings allow. */
        Bytes body();
    }
}
