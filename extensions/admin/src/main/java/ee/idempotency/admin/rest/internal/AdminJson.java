// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.admin.Inspection;
import ee.idempotency.admin.Listing;
import ee.idempotency.admin.OutcomeView;
import ee.idempotency.admin.RecordView;
import ee.idempotency.admin.Statistics;
import ee.idempotency.spi.AuditEntry;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.RecordBrowser.Position;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.List;

/** What is shown, as JSON. */
public final class AdminJson {

    private AdminJson() {}

    /** A part of a list. */
    public static JsonObject of(Listing listing) {
        JsonArrayBuilder records = Json.createArrayBuilder();
        listing.records().forEach(record -> records.add(of(record)));
        JsonObjectBuilder part =
                Json.createObjectBuilder().add("records", records).add("visited", listing.visited());
        listing.next().ifPresent(next -> part.add("next", cursor(next)));
        return part.build();
    }

    private static String cursor(Position position) {
        return position.expiresAt() + "_" + position.recordKey().value();
    }

    private static JsonObjectBuilder of(RecordView record) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("record", record.recordKey().value().toString())
                .add("version", record.version())
                .add("tenant", record.tenant())
                .add("operation", record.operation())
                .add("caller", record.caller())
                .add("key", record.key())
                .add("state", record.state().name())
                .add("attempt", record.attempt())
                .add("leaseIsOver", record.leaseIsOver())
                .add("onLeaseLost", record.onLeaseLost().name())
                .add("createdAt", record.createdAt().toString())
                .add("expiresAt", record.expiresAt().toString());
        record.leaseUntil().ifPresent(end -> json.add("leaseUntil", end.toString()));
        return json;
    }

    /** One record. */
    public static JsonObject of(Inspection inspection) {
        JsonObjectBuilder json = of(inspection.record()).add("isDamaged", inspection.isDamaged());
        inspection.outcome().ifPresent(outcome -> json.add("outcome", of(outcome)));
        return json.add("audit", entries(inspection.audit())).build();
    }

    /** An audit trail. */
    public static JsonObject of(List<AuditEntry> audit) {
        return Json.createObjectBuilder().add("audit", entries(audit)).build();
    }

    private static JsonArrayBuilder entries(List<AuditEntry> audit) {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        audit.forEach(entry -> entries.add(of(entry)));
        return entries;
    }

    private static JsonObjectBuilder of(OutcomeView outcome) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        outcome.status().ifPresent(status -> json.add("status", status));
        outcome.contentType().ifPresent(type -> json.add("contentType", type));
        outcome.bytes().ifPresent(bytes -> json.add("bytes", bytes));
        outcome.sha256().ifPresent(hash -> json.add("sha256", hash));
        outcome.failureCode().ifPresent(code -> json.add("failureCode", code));
        return json;
    }

    private static JsonObjectBuilder of(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("at", entry.at().toString())
                .add("verb", entry.verb().name())
                .add("actor", entry.note().actor())
                .add("reason", entry.note().reason())
                .add("stateBefore", entry.stateBefore().name())
                .add("versionBefore", entry.versionBefore());
    }

    /** The outcome itself; its body as Base64, whatever it is. */
    public static JsonObject of(Outcome outcome) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (outcome instanceof Outcome.Completed completed) {
            JsonArrayBuilder headers = Json.createArrayBuilder();
            for (Header header : completed.headers()) {
                headers.add(header.name() + ": " + header.value());
            }
            json.add("status", completed.status()).add("headers", headers);
            Bytes body = completed.body();
            if (body != null) {
                json.add("body", Base64.getEncoder().encodeToString(body.toArray()));
            }
        } else if (outcome instanceof Outcome.Failed failed) {
            json.add("code", failed.code()).add("message", failed.message());
        }
        return json.build();
    }

    /** Counts. */
    public static JsonObject of(Statistics statistics) {
        JsonArrayBuilder operations = Json.createArrayBuilder();
        for (Statistics.OfOperation count : statistics.operations()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("operation", count.operation())
                    .add("inProgress", count.inProgress())
                    .add("leaseOver", count.leaseOver())
                    .add("unresolved", count.unresolved())
                    .add("completed", count.completed())
                    .add("failed", count.failed());
            count.oldestSilent().ifPresent(since -> json.add("oldestSilent", since.toString()));
            operations.add(json);
        }
        return Json.createObjectBuilder()
                .add("operations", operations)
                .add("visited", statistics.visited())
                .add("isComplete", statistics.isComplete())
                .build();
    }
}
