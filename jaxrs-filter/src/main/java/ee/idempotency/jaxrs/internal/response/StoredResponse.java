// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.jaxrs.internal.message.HeaderLine;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns responses into outcomes and back. */
public final class StoredResponse {

    private static final String SEPARATOR = ": ";
    /** Not {@code String.lines()}, to which a lone CR ends a line too. */
    private static final Pattern LINES = Pattern.compile("\n");

    private StoredResponse() {}

    /** The outcome of a response; {@code body} is null if it is too large to be kept. */
    static Outcome.Completed of(int status, List<HeaderLine> headers, @Nullable Bytes body) {
        return new Outcome.Completed(
                status, headers.stream().map(HeaderLine::toString).collect(Collectors.joining("\n")), body);
    }

    /**
     * The answer to a repeat.
     *
     * @throws DamagedRecordException if the record is not of a response
     */
    public static PreparedResponse replay(Binding binding, Outcome.Completed outcome, Bytes body, HeaderRules rules) {
        List<HeaderLine> headers = new ArrayList<>(headers(binding, outcome));
        headers.removeIf(line -> rules.isDenied(line.name()));
        headers.add(rules.replayed());
        if (outcome.status() >= 400) {
            rules.shouldRetry(false).ifPresent(headers::add);
        }
        if (outcome.status() < 200 || outcome.status() > 599) {
            throw new DamagedRecordException(binding.toString(), "it is not of an HTTP response");
        }
        return new PreparedResponse(outcome.status(), List.copyOf(headers), body);
    }

    /** The {@code Location} a client may read instead of a response that was not kept, and when the key expires. */
    public static List<HeaderLine> ofNotRetained(Binding binding, Outcome.Completed outcome, HeaderRules rules) {
        return headers(binding, outcome).stream()
                .filter(line ->
                        line.name().equalsIgnoreCase("Location") || line.name().equalsIgnoreCase(HeaderNames.EXPIRES))
                .filter(line -> !rules.isDenied(line.name()))
                .toList();
    }

    private static List<HeaderLine> headers(Binding binding, Outcome.Completed outcome) {
        return LINES.splitAsStream(outcome.headers())
                .filter(line -> !line.isEmpty()) // none at all
                .map(line -> parse(binding, line))
                .toList();
    }

    private static HeaderLine parse(Binding binding, String line) {
        int separator = line.indexOf(SEPARATOR);
        if (separator < 1) {
            throw new DamagedRecordException(binding.toString(), "one of its header lines has no name");
        }
        HeaderLine parsed =
                new HeaderLine(line.substring(0, separator), line.substring(separator + SEPARATOR.length()));
        if (!parsed.isOneLine()) {
            throw new DamagedRecordException(binding.toString(), "one of its header lines is not one line");
        }
        return parsed;
    }
}
