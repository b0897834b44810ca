// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The same mistake as Open Liberty reports it: it does not wrap what JSON-B throws. */
@Provider
public class MalformedJsonMapper implements ExceptionMapper<JsonbException> {

    private final MalformedBodyMapper bodies = new MalformedBodyMapper();

    @Override
    public Response toResponse(JsonbException malformed) {
        return bodies.toResponse(new ProcessingException(malformed));
    }
}
