// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.conformance.internal.http.Exchange;
import ee.idempotency.conformance.internal.http.Request;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests as they are on the wire, with header lines that no HTTP client would send, and the rows they leave. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final OneNode.Running node;

    Wire(OneNode.Running node) {
        this.node = node;
    }

    /** A POST of a text; header lines are sent as they are, in Latin-1. */
    Answer post(String path, String body, String... headerLines) throws IOException {
        return post("text/plain", path, body, headerLines);
    }

    /** A POST of a form. */
    Answer postForm(String path, String form, String... headerLines) throws IOException {
        return post("application/x-www-form-urlencoded", path, form, headerLines);
    }

    private Answer post(String type, String path, String body, String... headerLines) throws IOException {
        List<String> lines = new ArrayList<>(List.of(headerLines));
        lines.add("Content-Type: " + type);
        return send("POST", path, lines, body);
    }

    Answer send(String method, String path, List<String> lines, String body) throws IOException {
        return Exchange.send(new Request(method, URI.create(node.uri("/") + path.substring(1)), lines, body), PATIENCE);
    }

    /** The rows whose keys are like this; {@code %} stands for any text. */
    List<JsonObject> rows(String like) throws IOException {
        String found = get("/records?like=" + encode(like));
        JsonArray rows = Json.createReader(new StringReader(found)).readArray();
        return rows.getValuesAs(JsonObject.class);
    }

    /** Says what the database answers: a number of rows, or that it refuses. */
    String sql(String statement, String... parameters) throws IOException {
        JsonArray all = Json.createArrayBuilder(List.of(parameters)).build();
        return post(
                        "/records/sql",
                        Json.createArrayBuilder(all).add(0, statement).build().toString())
                .text();
    }

    /** The one number that a query finds. */
    long number(String query) throws IOException {
        return Long.parseLong(post("/records/number", query).text());
    }

    String get(String path) throws IOException {
        return send("GET", path, List.of(), "").text();
    }

    void put(String path) throws IOException {
        send("PUT", path, List.of(), "");
    }

    void delete(String path) throws IOException {
        send("DELETE", path, List.of(), "");
    }

    long effects(String work) throws IOException {
        return Long.parseLong(get("/witness/effects/" + work));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static boolean isReplay(Answer answer) {
        return !answer.headers("Idempotency-Replayed").isEmpty();
    }

    /** The code of a problem. */
    static String code(Answer problem) {
        return problem.json().map(members -> members.getString("code", "none")).orElseGet(problem::toString);
    }
}
