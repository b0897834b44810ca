// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is said of an outcome without showing it, as it is stored: where outcomes are sealed, of the sealed one.
 *
 * @param status the HTTP status, 0 for a method's result; empty for a failure
 * @param contentType the value of the first header line of that name; empty if there is none
 * @param bytes how long the body is; empty if it was not retained, and for a failure
 * @param sha256 of the outcome, in hex; empty for a failure
 * @param failureCode of a failure; empty otherwise
 */
public record OutcomeView(
        Optional<Integer> status,
        Optional<String> contentType,
        Optional<Integer> bytes,
        Optional<String> sha256,
        Optional<String> failureCode) {

    /** What may be said. */
    static OutcomeView of(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return new OutcomeView(
                    Optional.of(completed.status()),
                    completed.headers().stream()
                            .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                            .map(Header::value)
                            .findFirst(),
                    Optional.ofNullable(completed.body()).map(body -> body.toArray().length),
                    Optional.of(HexFormat.of().formatHex(completed.hash().toArray())),
                    Optional.empty());
        }
        return new OutcomeView(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(((Outcome.Failed) outcome).code()));
    }
}
