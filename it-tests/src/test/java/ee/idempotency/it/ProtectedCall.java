// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.IOException;

/** A protected method, its operation, and whether its transaction is the one that the interceptor begins. */
record ProtectedCall(String name, boolean ownTransaction, Call call) {

    /** Calls the method. */
    interface Call {

        String call(String key, WorkEnding how) throws IOException;
    }
}
