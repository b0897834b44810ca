// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import ee.idempotency.Retained;
import ee.idempotency.jaxrs.internal.names.HeaderNames;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.problem.Renderers;
import ee.idempotency.jaxrs.internal.settings.Profile;
import ee.idempotency.jaxrs.spi.RenderedProblem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * A protected operation in OpenAPI. Schemas have no type: its accessors are others in every major version of MicroProfile
 * OpenAPI.
 */
public final class OperationDescription {

    private static final String SCHEMA = "IdempotencyProblem";
    private static final List<ProblemType> DOCUMENTED = List.of(
            ProblemType.KEY_MISSING,
            ProblemType.IN_PROGRESS,
            ProblemType.REQUEST_TOO_LARGE,
            ProblemType.KEY_REUSED,
            ProblemType.STORE_UNAVAILABLE);

    private final PublishedOperation operation;

    /** Of one operation. */
    public OperationDescription(PublishedOperation operation) {
        this.operation = operation;
    }

    /** Adds what is not there yet, wherever the document has the operation. */
    public void addTo(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (operation.isAt(path)) {
                item.getOperations().forEach((method, documented) -> {
                    if (isOf(method)) {
                        addTo(documented);
                        if (operation.settings().profile() == Profile.DRAFT_07) {
                            addSchema(document);
                        }
                    }
                });
            }
        });
    }

    private boolean isOf(PathItem.HttpMethod method) {
        return method.name().equals(operation.httpMethod());
    }

    private void addTo(Operation documented) {
        addKey(documented);
        APIResponses responses = documented.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            documented.setResponses(responses);
        }
        Map<String, APIResponse> own = responses.getAPIResponses();
        if (own != null) {
            own.forEach(this::addHeaders);
        }
        for (ProblemType type : DOCUMENTED) {
            RenderedProblem example = Renderers.example(operation.settings().profile(), type);
            String status = Integer.toString(example.status());
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, problem(type, example.contentType()));
            }
        }
    }

    private void addKey(Operation documented) {
        operation.keyHeader().ifPresent(header -> addKey(documented, header));
    }

    private void addKey(Operation documented, String header) {
        List<Parameter> parameters = documented.getParameters();
        if (parameters != null
                && parameters.stream()
                        .anyMatch(known ->
                                header.equalsIgnoreCase(known.getName()) && known.getIn() == Parameter.In.HEADER)) {
            return;
        }
        documented.addParameter(OASFactory.createParameter()
                .name(header)
                .in(Parameter.In.HEADER)
                .required(operation.keyRequired())
                .description("A key unique to this request, as a string of RFC 9651. A repeat with the same key "
                        + repeat() + " and runs nothing, for "
                        + operation.options().retention()
                        + " from the first request on.")
                .schema(OASFactory.createSchema()
                        .minLength(operation.settings().key().minLength())
                        .maxLength(operation.settings().key().maxLength() + 2)
                        .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")));
    }

    private String repeat() {
        if (operation.options().retained() == Retained.WHOLE) {
            return "gets the first answer";
        }
        return operation.rereads() ? "gets the state of today" : "gets 409, because no answer is retained,";
    }

    /** Of answers that may be stored; a reference is somebody else's. */
    private void addHeaders(String status, APIResponse response) {
        if (response.getRef() != null || !status.matches("[234]..|default")) {
            return;
        }
        add(
                response,
                operation.settings().signals().replayed(),
                "true on the answer to a repeat; nothing was run for it.");
        add(response, HeaderNames.EXPIRES, "When the key is new again, as an HTTP date.");
    }

    private static void add(APIResponse response, String name, String description) {
        Map<String, Header> known = response.getHeaders();
        if (known == null || known.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
            response.addHeader(
                    name, OASFactory.createHeader().description(description).schema(OASFactory.createSchema()));
        }
    }

    private static APIResponse problem(ProblemType type, String contentType) {
        Schema schema = OASFactory.createSchema();
        return OASFactory.createAPIResponse()
                .description(type.title())
                .content(OASFactory.createContent()
                        .addMediaType(
                                contentType,
                                OASFactory.createMediaType()
                                        .schema(
                                                contentType.equals(ProblemType.MEDIA_TYPE)
                                                        ? schema.ref("#/components/schemas/" + SCHEMA)
                                                        : schema)));
    }

    private static void addSchema(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        Map<String, Schema> known = components.getSchemas();
        if (known != null && known.containsKey(SCHEMA)) {
            return;
        }
        Schema problem = OASFactory.createSchema().description("A problem of RFC 9457.");
        List.of("type", "title", "status", "detail", "instance", "code", "retryable")
                .forEach(member -> problem.addProperty(member, OASFactory.createSchema()));
        components.addSchema(SCHEMA, problem);
    }
}
