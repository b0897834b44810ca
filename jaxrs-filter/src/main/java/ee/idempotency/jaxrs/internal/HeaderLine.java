// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

/**
 * One line of a response's header section.
 *
 * @param name as it was sent
 * @param value without control characters
 */
record HeaderLine(String name, String value) {

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
