// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.jaxrs.internal.problem.ProblemType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses forms with too many parameters: a form that is kept is not read by the server, which has a limit of its own. */
public final class FormSize {

    private static final String FORM = "application/x-www-form-urlencoded";

    private FormSize() {}

    /**
     * Counts the parameters of a form.
     *
     * @throws RefusedRequestException if there are more than {@code limit}
     */
    public static void require(byte[] body, @Nullable String contentType, int limit) {
        if (!isForm(contentType)) {
            return;
        }
        int parameters = 1;
        for (byte octet : body) {
            parameters += octet == '&' ? 1 : 0;
        }
        if (parameters > limit) {
            throw new RefusedRequestException(
                    ProblemType.REQUEST_TOO_LARGE,
                    "A form of this operation may have at most " + limit + " parameters. Nothing was done.");
        }
    }

    /** Whether a body of this content type is a form. */
    public static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
