// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.internal.FramedDigest;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an operation ended. */
public sealed interface Outcome {

    /** The longest code of a failure, in characters. */
    int MAX_CODE_LENGTH = 64;

    /** The longest message of a failure, in characters. */
    int MAX_MESSAGE_LENGTH = 1024;

    /**
     * The operation completed with an answer.
     *
     * @param status the HTTP status, or 0 where the answer is a method's result
     * @param headers the header lines to replay, in their order; for a method's result the one line that names the
     *     codec's media type
     * @param body the exact bytes of the answer; null if they were not retained
     */
    record Completed(
            int status, List<Header> headers, @Nullable Bytes body) implements Outcome {

        /** Copies the list. */
        public Completed {
            headers = List.copyOf(headers);
        }

        /** SHA-256 over status, headers (their {@linkplain Header#format text form}) and body, stored beside them. */
        public Bytes hash() {
            FramedDigest framed = new FramedDigest("idempotency-outcome/v1")
                    .text(Integer.toString(status))
                    .text(Header.format(headers));
            return Bytes.wrap((body == null ? framed.absent() : body.into(framed)).digest());
        }

        /**
         * Compares with the stored hash; stores call this on every read.
         *
         * @throws DamagedRecordException if they differ
         */
        public Completed verified(RecordKey recordKey, Bytes storedHash) {
            if (!MessageDigest.isEqual(hash().toArray(), storedHash.toArray())) {
                throw new DamagedRecordException(
                        "Record [" + recordKey + "]", "the SHA-256 of the stored answer does not match");
            }
            return this;
        }
    }

    /**
     * The operation failed for good.
     *
     * @param code at most {@value Outcome#MAX_CODE_LENGTH} characters; longer ones are cut
     * @param message at most {@value Outcome#MAX_MESSAGE_LENGTH} characters; longer ones are cut
     */
    record Failed(String code, String message) implements Outcome {

        /** Cuts what is too long and replaces what no database stores. */
        public Failed {
            code = storable(code, MAX_CODE_LENGTH);
            message = storable(message, MAX_MESSAGE_LENGTH);
            if (code.isEmpty()) {
                throw new IllegalArgumentException("A failure needs a code");
            }
        }

        private static String storable(String text, int limit) {
            StringBuilder storable = new StringBuilder(Math.min(text.length(), limit));
            text.codePoints()
                    .map(character -> isStorable(character) ? character : ' ')
                    .takeWhile(character -> storable.length() + Character.charCount(character) <= limit)
                    .forEachOrdered(storable::appendCodePoint);
            return storable.toString();
        }

        private static boolean isStorable(int character) {
            return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
        }
    }
}
