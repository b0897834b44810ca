// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.internal.FramedDigest;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The primary key of a record: the first 128 bits of the SHA-256 of its {@link Binding}, framed. Small and of one size,
 * so that the index stays small; the binding beside it reveals a collision.
 *
 * @param value the 128 bits; not a UUID of any version
 */
public record RecordKey(UUID value) {

    /** The record key of a binding. */
    public static RecordKey of(Binding binding) {
        ByteBuffer digest = ByteBuffer.wrap(new FramedDigest("idempotency-record/v1")
                .text(binding.tenant())
                .text(binding.operation())
                .text(binding.caller())
                .text(binding.key())
                .digest());
        return new RecordKey(new UUID(digest.getLong(), digest.getLong()));
    }

    /** The first eight hex digits: enough to find the record, too little to guess the key. For logs and messages. */
    @Override
    public String toString() {
        return value.toString().substring(0, 8);
    }
}
