// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client.shop;

import ee.idempotency.client.RetryableAnswerException;
import java.util.function.Supplier;

/** A caller's own retries: where the server has Fault Tolerance, the client has none left for them. */
final class Retries {

    private static final int MOST = 5;

    private Retries() {}

    static String untilAnswered(Supplier<String> call) {
        for (int left = MOST; ; left--) {
            try {
                return call.get();
            } catch (RetryableAnswerException retryable) {
                if (left == 0) {
                    throw retryable;
                }
            }
        }
    }
}
