// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/** A policy for people. Each problem has its code for an anchor, so that the type of a problem leads to it. */
public final class PolicyPage {

    private PolicyPage() {}

    /** The whole page, in UTF-8. */
    public static String of(JsonObject policy) {
        return String.join(
                "",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Idempotency policy</title></head><body>",
                element("h1", "Idempotency policy"),
                members(policy, "h2", "div"),
                "</body></html>");
    }

    private static String html(JsonValue value) {
        if (value instanceof JsonObject object) {
            return element("dl", members(object, "dt", "dd"));
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance)) {
            return array.getValuesAs(JsonObject.class).stream()
                    .map(PolicyPage::anchored)
                    .collect(Collectors.joining());
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(PolicyPage::text).collect(Collectors.joining(", "));
        }
        return text(value);
    }

    private static String members(JsonObject object, String nameTag, String valueTag) {
        return object.entrySet().stream()
                .map(member -> element(nameTag, escape(member.getKey())) + element(valueTag, html(member.getValue())))
                .collect(Collectors.joining());
    }

    /** An object of a list; its first member is its name. */
    private static String anchored(JsonObject object) {
        String name = text(object.values().iterator().next());
        return String.join("", "<h3 id=\"", name, "\">", name, "</h3>", html(object));
    }

    private static String element(String tag, String content) {
        return String.join("", "<", tag, ">", content, "</", tag, ">");
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
