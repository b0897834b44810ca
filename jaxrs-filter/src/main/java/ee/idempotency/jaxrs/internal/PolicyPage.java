// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;

/** A policy for people. Each problem has its code for an anchor, so that the type of a problem leads to it. */
public final class PolicyPage {

    private PolicyPage() {}

    /** The whole page, in UTF-8. */
    public static String of(JsonObject policy) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Idempotency policy</title></head><body><h1>Idempotency policy</h1>");
        policy.forEach((name, value) -> {
            page.append("<h2>").append(escape(name)).append("</h2>");
            append(page, value);
        });
        return page.append("</body></html>").toString();
    }

    private static void append(StringBuilder page, JsonValue value) {
        if (value instanceof JsonObject object) {
            page.append("<dl>");
            object.forEach((name, member) -> {
                page.append("<dt>").append(escape(name)).append("</dt><dd>");
                append(page, member);
                page.append("</dd>");
            });
            page.append("</dl>");
        } else if (value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance)) {
            array.getValuesAs(JsonObject.class).forEach(row -> appendRow(page, row));
        } else if (value instanceof JsonArray array) {
            page.append(array.stream().map(PolicyPage::text).collect(Collectors.joining(", ")));
        } else {
            page.append(text(value));
        }
    }

    private static void appendRow(StringBuilder page, JsonObject row) {
        Map.Entry<String, JsonValue> first = row.entrySet().iterator().next();
        page.append("<h3 id=\"")
                .append(text(first.getValue()))
                .append("\">")
                .append(text(first.getValue()))
                .append("</h3>");
        append(page, row);
    }

    private static String text(JsonValue value) {
        return escape(value instanceof JsonString string ? string.getString() : value.toString());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
