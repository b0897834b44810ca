// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

/** Whether a result is proven to come back as it was returned, when it is stored. */
public enum ResultCheck {

    /** Every result is decoded, compared with what was returned, and encoded again. */
    ALWAYS,

    /** None is: a type that the codec does not read back whole is replayed changed, or not at all. */
    OFF
}
