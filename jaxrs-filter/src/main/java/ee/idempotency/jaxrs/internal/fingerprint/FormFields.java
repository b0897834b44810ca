// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs of an {@code application/x-www-form-urlencoded} body, decoded, sorted by name; pairs of one name keep their
 * order. Decoded to bytes: what characters they are is the content type's matter.
 */
final class FormFields {

    /** Where a pair is among the decoded bytes. */
    private record Pair(int start, int nameEnd, int end) {}

    private final byte[] encoded;
    private final byte[] decoded;
    private final List<Pair> pairs = new ArrayList<>();
    private int size;

    private FormFields(byte[] encoded) {
        this.encoded = encoded;
        this.decoded = new byte[encoded.length];
    }

    /**
     * The canonical form.
     *
     * @throws NotCanonicalException if a percent sign is not the beginning of an escape
     */
    static byte[] canonical(byte[] body) throws NotCanonicalException {
        FormFields fields = new FormFields(body);
        fields.decode();
        return fields.sorted();
    }

    private void decode() throws NotCanonicalException {
        int start = 0;
        int nameEnd = -1;
        boolean isEmpty = true;
        for (int i = 0; i < encoded.length; i++) {
            byte octet = encoded[i];
            if (octet == '&') {
                add(isEmpty, start, nameEnd);
                start = size;
                nameEnd = -1;
                isEmpty = true;
                continue;
            }
            isEmpty = false;
            if (octet == '=' && nameEnd < 0) {
                nameEnd = size;
            } else if (octet == '%') {
                decoded[size++] = escaped(i + 1);
                i += 2;
            } else {
                decoded[size++] = octet == '+' ? (byte) ' ' : octet;
            }
        }
        add(isEmpty, start, nameEnd);
    }

    /** A pair without an equals sign is a name with an empty value; nothing at all is no pair. */
    private void add(boolean isEmpty, int start, int nameEnd) {
        if (!isEmpty) {
            pairs.add(new Pair(start, nameEnd < 0 ? size : nameEnd, size));
        }
    }

    private byte escaped(int at) throws NotCanonicalException {
        int high = at + 1 < encoded.length ? Character.digit(encoded[at], 16) : -1;
        int low = at + 1 < encoded.length ? Character.digit(encoded[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw new NotCanonicalException("a percent sign escapes nothing");
        }
        return (byte) (high * 16 + low);
    }

    private byte[] sorted() {
        pairs.sort((a, b) -> Arrays.compareUnsigned(decoded, a.start(), a.nameEnd(), decoded, b.start(), b.nameEnd()));
        CanonicalBytes canonical = new CanonicalBytes();
        for (Pair pair : pairs) {
            canonical.field('n', decoded, pair.start(), pair.nameEnd());
            canonical.field('v', decoded, pair.nameEnd(), pair.end());
        }
        return canonical.toByteArray();
    }
}
