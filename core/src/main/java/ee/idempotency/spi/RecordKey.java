// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.util.UUID;

/**
 * The primary key of a record, made {@linkplain Binding#recordKey() of its binding}. Small and of one size, so that the
 * index stays small; the binding beside it reveals a collision.
 *
 * @param value the 128 bits; not a UUID of any version
 */
public record RecordKey(UUID value) {

    /** The first eight hex digits: enough to find the record, too little to guess the key. For logs and messages. */
    @Override
    public String toString() {
        return value.toString().substring(0, 8);
    }
}
