// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.jaxrs.annotation.FingerprintStrategy;
import ee.idempotency.jaxrs.internal.names.HeaderNames;

/** Whose manners an API has: how problems look, and the defaults of what clients see. Each default can be set otherwise. */
public enum Profile {

    /** draft-ietf-httpapi-idempotency-key-header-07, with problems of RFC 9457. */
    DRAFT_07(HeaderNames.REPLAYED, "", KeySyntax.LENIENT, FingerprintStrategy.RAW),

    /** Stripe's API: {@code {"error": {...}}}, and 400 for a key that is used again. */
    STRIPE("Idempotent-Replayed", "Stripe-Should-Retry", KeySyntax.RAW, FingerprintStrategy.RAW),

    /** The Agentic Commerce Protocol, section 6 of its checkout: flat errors, and a key in every request. */
    ACP("Idempotent-Replayed", "", KeySyntax.RAW, FingerprintStrategy.CONTENT);

    /** {@value}: {@code draft-07} (default), {@code stripe} or {@code acp}. */
    public static final String PROFILE = "idempotency.http.profile";

    private final String replayed;
    private final String shouldRetry;
    private final KeySyntax syntax;
    private final FingerprintStrategy fingerprint;

    Profile(String replayed, String shouldRetry, KeySyntax syntax, FingerprintStrategy fingerprint) {
        this.replayed = replayed;
        this.shouldRetry = shouldRetry;
        this.syntax = syntax;
        this.fingerprint = fingerprint;
    }

    /** The default name of the header on replays. */
    String replayed() {
        return replayed;
    }

    /** The default name of the header that says whether to send again; empty for none. */
    String shouldRetry() {
        return shouldRetry;
    }

    KeySyntax syntax() {
        return syntax;
    }

    FingerprintStrategy fingerprint() {
        return fingerprint;
    }

    /** Whether every protected operation needs a key. */
    public boolean demandsKeys() {
        return this == ACP;
    }
}
