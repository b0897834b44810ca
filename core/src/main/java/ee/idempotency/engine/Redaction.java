// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.Retained;
import ee.idempotency.internal.FramedDigest;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of an outcome what its operation does not let anybody store. */
final class Redaction {

    /** When the key is new again, which a repeat has to know. */
    private static final String EXPIRES = Header.KEY_EXPIRES.toLowerCase(Locale.ROOT);

    private Redaction() {}

    /** What is kept of an outcome; where it has no body, and so nothing to hide, all of it. */
    static Outcome of(Outcome outcome, Retained retained) {
        if (retained == Retained.WHOLE) {
            return outcome;
        }
        if (outcome instanceof Outcome.Completed completed) {
            Bytes body = completed.body();
            return body != null && body.length() == 0 ? completed : withoutBody(completed, body, retained);
        }
        return new Outcome.Failed(((Outcome.Failed) outcome).code(), "");
    }

    private static Outcome withoutBody(Outcome.Completed completed, @Nullable Bytes body, Retained retained) {
        Set<String> names = retained == Retained.POINTER ? Set.of("location", EXPIRES) : Set.of(EXPIRES);
        List<Header> kept = new ArrayList<>(completed.headers());
        if (completed.status() != 0) { // a method's result has the name of its codec there, and nothing else
            kept.removeIf(line -> !names.contains(line.name().toLowerCase(Locale.ROOT)));
        }
        if (retained == Retained.DIGEST && body != null) {
            kept.add(new Header(Retained.DIGEST_FIELD, digest(body)));
        }
        return new Outcome.Completed(completed.status(), kept, null);
    }

    private static String digest(Bytes body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(FramedDigest.ofBytes(body.toArray())) + ":";
    }
}
