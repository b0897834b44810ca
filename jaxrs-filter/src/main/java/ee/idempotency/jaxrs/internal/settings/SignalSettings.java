// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the response headers by which a client sees what became of its request.
 *
 * @param replayed the header of a replay; its value is {@code true}
 * @param shouldRetry the header that says {@code true} or {@code false}, or null for none
 */
public record SignalSettings(String replayed, @Nullable String shouldRetry) {

    /**
     * {@value}: a header name, default {@code Idempotency-Replayed}, under the profiles {@code stripe} and {@code
     * acp} {@code Idempotent-Replayed}. Another, such as Stripe's {@code Idempotent-Replayed}:
     * clients that know it see their replays.
     */
    public static final String REPLAYED = "idempotency.http.replay-header";
    /**
     * {@value}: a header name, default none, under the profile {@code stripe} that one. With {@code Stripe-Should-Retry} Stripe's clients retry what is worth it, and
     * do not repeat what would be answered from the store: it is on every problem of this library, and {@code false} on
     * stored answers from 400 on. Without it they go by the status.
     */
    public static final String SHOULD_RETRY = "idempotency.http.should-retry-header";

    private static final String RULE = "must be a header name";

    static SignalSettings read(SettingsReader reader, Profile profile) {
        String replayed = reader.text(REPLAYED, profile.replayed(), Header.TOKEN, RULE);
        String shouldRetry = reader.text(SHOULD_RETRY, profile.shouldRetry(), Header.TOKEN, RULE);
        if (HeaderNames.isTaken(replayed)) {
            reader.problem(REPLAYED + " = " + replayed + ": this header has another meaning");
            replayed = profile.replayed();
        }
        if (HeaderNames.isTaken(shouldRetry) || shouldRetry.equalsIgnoreCase(replayed)) {
            reader.problem(SHOULD_RETRY + " = " + shouldRetry + ": this header has another meaning");
            shouldRetry = "";
        }
        return new SignalSettings(replayed, shouldRetry.isEmpty() ? null : shouldRetry);
    }
}
