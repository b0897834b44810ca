// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import ee.idempotency.spi.Bytes;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;

/** Bodies of problems. */
final class JsonBodies {

    private JsonBodies() {}

    static Bytes of(JsonObjectBuilder json) {
        return Bytes.of(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
