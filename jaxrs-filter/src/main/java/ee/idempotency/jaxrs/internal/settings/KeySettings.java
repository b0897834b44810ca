// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;

/**
 * Settings of the key header.
 *
 * @param header the name of the request header that carries the key
 * @param syntax how its value is read
 * @param minLength the fewest characters of a key
 * @param maxLength the most characters of a key
 * @param use whether a protected operation needs a key unless it says otherwise
 * @param blanks what becomes of a key with blanks
 */
public record KeySettings(String header, KeySyntax syntax, int minLength, int maxLength, Use use, Blanks blanks) {

    /**
     * {@value}: a header name, default {@code Idempotency-Key}. Another name: clients that already send one keep
     * working. The default: what the draft standard and most client libraries send.
     */
    public static final String HEADER = "idempotency.http.header";
    /**
     * {@value}: {@code lenient}, {@code strict} or {@code raw}; default lenient, under the profiles {@code stripe} and {@code
     * acp} raw. Lenient: clients that send bare keys are understood. Strict: only the standard's quoted form is, and
     * everything else is refused at once. Raw: the value is the key, its quotes too.
     */
    public static final String SYNTAX = "idempotency.http.key-syntax";
    /**
     * {@value}: characters, default 1, 1 to 255. Longer: keys too short to be unique are refused. Shorter: any client
     * may choose.
     */
    public static final String MIN_LENGTH = "idempotency.http.key-min-length";
    /** {@value}: characters, default 255, 1 to 255. Shorter: a smaller table. Longer: any client may choose. */
    public static final String MAX_LENGTH = "idempotency.http.key-max-length";
    /**
     * {@value}: {@code required} (default) or {@code optional}. Required: a request without a key is refused and no
     * client is unprotected unnoticed. Optional: such requests run unprotected.
     */
    public static final String USE = "idempotency.http.key";

    /**
     * {@value}: {@code refuse} (default) or {@code keep}. Refuse: a key with a blank, which only an sf-string can carry, is
     * answered with 400 {@code key-invalid}. Keep: such keys are taken as they arrive; only for a deployment on one server,
     * because some servers fold several blanks and tabs of a header into one before any application sees it, so that two
     * keys of a client are one there and two elsewhere.
     */
    public static final String BLANKS = "idempotency.http.key-blanks";

    /** The longest key a binding takes from a header, in characters. */
    static final int LONGEST = 255;

    /** Whether a protected operation needs a key. */
    public enum Use {
        /** Without a key: 400. */
        REQUIRED,
        /** Without a key the operation runs unprotected. */
        OPTIONAL
    }

    /** What becomes of a key with blanks. */
    public enum Blanks {
        /** 400: servers do not agree about blanks in a header. */
        REFUSE,
        /** It is a key like any other. */
        KEEP
    }

    /** The same for another header, whose syntax its senders have chosen: its value is a key, in double quotes or not. */
    public KeySettings withHeader(String other) {
        return new KeySettings(other, KeySyntax.LENIENT, minLength, maxLength, use, blanks);
    }

    static KeySettings read(SettingsReader reader, Profile profile) {
        int min = reader.integer(MIN_LENGTH, 1, 1, LONGEST);
        int max = reader.integer(MAX_LENGTH, LONGEST, 1, LONGEST);
        if (min > max) {
            reader.problem(MIN_LENGTH + " = " + min + ": must not be more than " + MAX_LENGTH + " = " + max);
            min = 1;
        }
        Use use = reader.choice(USE, Use.REQUIRED);
        if (use == Use.OPTIONAL && profile.demandsKeys()) {
            reader.problem(
                    USE + " = optional: the profile that " + Profile.PROFILE + " sets demands a key of every request");
        }
        return new KeySettings(
                reader.text(HEADER, "Idempotency-Key", Header.TOKEN, "must be a header name"),
                reader.choice(SYNTAX, profile.syntax()),
                min,
                max,
                use,
                reader.choice(BLANKS, Blanks.REFUSE));
    }
}
