// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.payments;

import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Errors as Stripe's clients read them. */
final class StripeErrors {

    private StripeErrors() {}

    static Response invalid(String parameter, String message) {
        return error(Status.BAD_REQUEST, "parameter_invalid", parameter, message);
    }

    static Response missing(String parameter, String message) {
        return error(Status.NOT_FOUND, "resource_missing", parameter, message);
    }

    private static Response error(Status status, String code, String parameter, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.createObjectBuilder()
                        .add(
                                "error",
                                Json.createObjectBuilder()
                                        .add("type", "invalid_request_error")
                                        .add("code", code)
                                        .add("param", parameter)
                                        .add("message", message))
                        .build())
                .build();
    }
}
