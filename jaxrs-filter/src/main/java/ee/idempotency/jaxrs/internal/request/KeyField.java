// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the key in a form: browsers send no header of a page's own. */
final class KeyField {

    /** The name of the field. */
    static final String NAME = "_idempotency_key";

    private KeyField() {}

    /**
     * The key in a form.
     *
     * @param form percent-encoded, as it was sent
     * @return empty if it has no such field
     * @throws RefusedRequestException if the field is there twice, or is empty
     */
    static Optional<String> find(byte[] form) {
        List<String> values = Arrays.stream(new String(form, StandardCharsets.ISO_8859_1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> NAME.equals(decoded(pair[0])))
                .map(pair -> pair.length == 1 ? "" : decoded(pair[1]))
                .toList();
        if (values.size() > 1 || values.contains("")) {
            throw new RefusedRequestException(
                    ProblemType.KEY_INVALID,
                    "The field " + NAME + " of the form is not a key: it is "
                            + (values.size() > 1 ? "there more than once." : "empty."));
        }
        return values.stream().findFirst();
    }

    /** What is no escape stands for itself: it is part of no key, and of a payload that the resource reads. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
