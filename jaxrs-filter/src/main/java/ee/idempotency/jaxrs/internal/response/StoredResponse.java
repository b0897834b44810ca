// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.response;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Retained;
import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.message.PreparedResponse;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns responses into outcomes and back. */
public final class StoredResponse {

    private static final Set<String> POINTERS = Stream.of("Location", HeaderNames.EXPIRES, Retained.DIGEST_FIELD)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private StoredResponse() {}

    /** The outcome of a response; {@code body} is null if it is too large to be kept. */
    static Outcome.Completed of(int status, List<Header> headers, @Nullable Bytes body) {
        return new Outcome.Completed(status, headers, body);
    }

    /**
     * The answer to a repeat.
     *
     * @throws DamagedRecordException if the record is not of a response
     */
    public static PreparedResponse replay(Binding binding, Outcome.Completed outcome, Bytes body, HeaderRules rules) {
        List<Header> headers = new ArrayList<>(outcome.headers());
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

    /** The {@code Location} a client may read instead of a response that was not kept or the digest of that, and when the key expires. */
    public static List<Header> ofNotRetained(Outcome.Completed outcome, HeaderRules rules) {
        return outcome.headers().stream()
                .filter(line -> POINTERS.contains(line.name().toLowerCase(Locale.ROOT)))
                .filter(line -> !rules.isDenied(line.name()))
                .toList();
    }
}
