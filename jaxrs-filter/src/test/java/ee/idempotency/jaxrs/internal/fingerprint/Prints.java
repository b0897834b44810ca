// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes fingerprints of bodies, and says which bodies are compared as bytes. */
final class Prints {

    static final String JSON = "application/json";

    private Prints() {}

    static Fingerprint json(String body) {
        return json(body, JsonSelection.ALL);
    }

    static Fingerprint json(String body, JsonSelection selection) {
        return content(selection, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    static Fingerprint content(String contentType, String body) {
        return content(JsonSelection.ALL, contentType, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Fingerprint content(JsonSelection selection, String contentType, byte[] body) {
        return new ContentFingerprint(selection).of(request(contentType, body));
    }

    static Fingerprint raw(String contentType, byte[] body) {
        return RequestDigest.raw(request(contentType, body));
    }

    private static RequestContent request(String contentType, byte[] body) {
        return new RequestContent("", "POST", "/o", "/o", null, contentType, List.of(), Bytes.of(body));
    }

    static boolean isComparedAsBytes(String contentType, byte[] body) {
        return content(JsonSelection.ALL, contentType, body).equals(raw(contentType, body));
    }

    static boolean isComparedAsBytes(String json) {
        return isComparedAsBytes(JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    static void assertSame(String... documents) {
        for (String document : documents) {
            assertThat(isComparedAsBytes(document))
                    .as("no canonical form: " + document)
                    .isFalse();
            assertThat(json(document)).as(document).isEqualTo(json(documents[0]));
        }
    }

    static void assertDifferent(String... documents) {
        assertThat(List.of(documents).stream().map(Prints::json)).doesNotHaveDuplicates();
    }
}
