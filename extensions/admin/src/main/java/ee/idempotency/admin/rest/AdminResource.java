// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest;

import ee.idempotency.Unprotected;
import ee.idempotency.admin.IdempotencyAdmin;
import ee.idempotency.admin.rest.internal.AdminJson;
import ee.idempotency.admin.rest.internal.AdminProblem;
import ee.idempotency.admin.rest.internal.AdminRequest;
import ee.idempotency.admin.rest.internal.AdminSettings;
import ee.idempotency.admin.rest.internal.AdminSettingsGroup;
import ee.idempotency.admin.rest.internal.Answers;
import ee.idempotency.admin.rest.internal.ConsoleFile;
import ee.idempotency.admin.rest.internal.Overview;
import ee.idempotency.admin.rest.internal.Rights;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.spi.ChangeNote;
import ee.idempotency.spi.RecordKey;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Administration as JSON, and a console that uses it; see docs/administration.md. Servers find it by themselves; an application
 * that lists its classes adds it to the list. Everything answers 404 until {@code idempotency.admin.reader-role} is set. Keys are
 * searched for by POST, so that none gets into a log of addresses; answers are not to be kept ({@code no-store}); what changes
 * something needs a header that no other site can have a browser send.
 */
@Path(AdminSettings.PATH)
@PermitAll
@Unprotected
public class AdminResource {

    @Context
    private @Nullable SecurityContext security;

    @Context
    private @Nullable HttpHeaders headers;

    /** To the console. */
    @GET
    public Response enter(@Context UriInfo uri) throws IOException {
        return Answers.sent(() -> {
            rights().toRead();
            return Response.seeOther(uri.getBaseUriBuilder()
                            .path(AdminSettings.PATH)
                            .path("console")
                            .path(ConsoleFile.FIRST)
                            .build())
                    .build();
        });
    }

    /** A file of the console. */
    @GET
    @Path("console/{file}")
    public Response console(@PathParam("file") String file) throws IOException {
        return Answers.sent(() -> {
            rights().toRead();
            return ConsoleFile.named(file).response();
        });
    }

    /** Who asks and what they may do, the operations and the settings in force. */
    @GET
    @Path("v1/overview")
    public Response overview() throws IOException {
        return Answers.of(() -> {
            String actor = rights().toRead();
            return Overview.of(
                    actor, rights(), bean(IdempotencyAdmin.class).isAvailable(), bean(OperationCatalog.class));
        });
    }

    /**
     * Records, from a JSON object of {@code show} (all, stuck, unresolved), {@code states}, {@code tenant}, {@code operation},
     * {@code caller}, {@code key}, {@code limit} and {@code after}, all optional.
     */
    @POST
    @Path("v1/records/search")
    public Response search(InputStream body) throws IOException {
        return Answers.of(() -> {
            Rights rights = rights();
            rights.toRead();
            rights.refuseForgery();
            AdminRequest request = AdminRequest.read(body);
            return AdminJson.of(admin().find(request.filter(), request.after(), request.limit()));
        });
    }

    /** One record. */
    @GET
    @Path("v1/records/{record}")
    public Response inspect(@PathParam("record") String record) throws IOException {
        return Answers.of(() -> {
            rights().toRead();
            RecordKey key = AdminRequest.record(record);
            return admin().inspect(key)
                    .map(AdminJson::of)
                    .orElseThrow(
                            () -> new AdminProblem(404, "not-found", "There is no such record, or it has expired"));
        });
    }

    /**
     * Changes one record: release, expire-lease, resolve, never-happened, delete; or shows its outcome: reveal. A JSON object
     * of {@code version}, {@code reason} and, to resolve, {@code completed} or {@code failed}.
     */
    @POST
    @Path("v1/records/{record}/{verb}")
    public Response change(@PathParam("record") String record, @PathParam("verb") String verb, InputStream body)
            throws IOException {
        return Answers.of(() -> {
            String actor = verb.equals("reveal") ? rights().toReveal() : rights().toOperate();
            RecordKey key = AdminRequest.record(record);
            AdminRequest request = AdminRequest.read(body);
            return change(verb, key, request, request.note(actor));
        });
    }

    private JsonObject change(String verb, RecordKey key, AdminRequest request, ChangeNote note) throws AdminProblem {
        int version = request.version();
        switch (verb) {
            case "release" -> admin().release(key, version, note);
            case "expire-lease" -> admin().expireLease(key, version, note);
            case "resolve" -> admin().resolve(key, version, request.outcome(), note);
            case "never-happened" -> admin().neverHappened(key, version, note);
            case "delete" -> admin().delete(key, version, note);
            case "reveal" -> {
                return AdminJson.of(admin().reveal(key, version, note));
            }
            default -> throw new AdminProblem(404, "not-found", "There is no such verb");
        }
        return admin().inspect(key)
                .map(AdminJson::of)
                .orElseGet(() -> Json.createObjectBuilder()
                        .add("record", key.value().toString())
                        .add("state", "ABSENT")
                        .build());
    }

    /** What was done to a record, also where it is gone: a JSON object with {@code audit}. */
    @GET
    @Path("v1/records/{record}/audit")
    public Response audit(@PathParam("record") String record) throws IOException {
        return Answers.of(() -> {
            rights().toRead();
            return AdminJson.of(admin().audit(AdminRequest.record(record)));
        });
    }

    /** Counts by operation. */
    @GET
    @Path("v1/statistics")
    public Response statistics() throws IOException {
        return Answers.of(() -> {
            rights().toRead();
            return AdminJson.of(admin().statistics());
        });
    }

    /** Deletes what has expired. */
    @POST
    @Path("v1/sweep")
    public Response sweep() throws IOException {
        return Answers.of(() -> Json.createObjectBuilder()
                .add("swept", admin().sweep(rights().toOperate()))
                .build());
    }

    private Rights rights() {
        if (security == null || headers == null) {
            throw new IllegalStateException("The runtime has not injected the request");
        }
        return new Rights(AdminSettingsGroup.checked(), security, headers);
    }

    private IdempotencyAdmin admin() throws AdminProblem {
        IdempotencyAdmin admin = bean(IdempotencyAdmin.class);
        if (!admin.isAvailable()) {
            throw new AdminProblem(
                    501,
                    "not-available",
                    "This store cannot be administered: the durable one can through its persistence unit"
                            + " (idempotency.database-access=jpa), not through a data source");
        }
        return admin;
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
