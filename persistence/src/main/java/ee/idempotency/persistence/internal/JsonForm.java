// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides which answers are stored a second time as JSON, for queries: those that say so by their media type ({@code
 * application/json} or one that ends in {@code +json}, RFC 6839, section 3.1), in UTF-8, not compressed, of at most
 * {@value #MAX_BYTES} bytes, and that are {@linkplain PortableJson portable}. An answer in doubt has no JSON form; it is
 * stored and replayed like any other. Thread-safe.
 */
final class JsonForm {

    /** An eighth of what H2's type holds, which writes some characters as six. */
    static final int MAX_BYTES = 131_072;

    private static final Pattern PARAMETERS = Pattern.compile(";");

    private final PortableJson documents = new PortableJson();

    /** Whether it has one. */
    boolean isOf(Outcome outcome) {
        return outcome instanceof Outcome.Completed completed && isOf(completed);
    }

    private boolean isOf(Outcome.Completed outcome) {
        Bytes body = outcome.body();
        return body != null
                && body.length() <= MAX_BYTES
                && isJson(values(outcome, "content-type"))
                && values(outcome, "content-encoding").stream().allMatch("identity"::equalsIgnoreCase)
                && documents.accepts(body.toArray());
    }

    private static List<String> values(Outcome.Completed outcome, String name) {
        return outcome.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .toList();
    }

    private static boolean isJson(List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        List<String> parts = Stream.of(PARAMETERS.split(contentTypes.get(0).toLowerCase(Locale.ROOT), -1))
                .map(String::strip)
                .toList();
        String type = parts.get(0);
        return (type.equals("application/json") || type.endsWith("+json"))
                && parts.stream().skip(1).noneMatch(JsonForm::isOtherCharset);
    }

    private static boolean isOtherCharset(String parameter) {
        return parameter.startsWith("charset")
                && !parameter.equals("charset=utf-8")
                && !parameter.equals("charset=\"utf-8\"");
    }
}
