// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox;

import java.util.HexFormat;

/** The structured JSON format of CloudEvents 1.0 (JSON Event Format for CloudEvents, section 3.1), for senders. */
public final class CloudEvent {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final int FIRST_PRINTABLE = 0x20;

    private CloudEvent() {}

    /**
     * The event as CloudEvents has it. {@code data} is the payload, character for character; {@code subject} the type and id
     * of the aggregate with a slash between them; {@code tenant} an attribute of this library's.
     */
    public static String json(OutboxEvent event) {
        StringBuilder json = new StringBuilder(event.payload().length() + 512);
        json.append("{\"specversion\":\"1.0\"");
        member(json, "id", event.id().toString());
        member(json, "source", event.source());
        member(json, "type", event.type());
        member(json, "subject", event.aggregateType() + "/" + event.aggregateId());
        member(json, "time", event.recordedAt().toString());
        member(json, "tenant", event.tenant());
        member(json, "datacontenttype", "application/json");
        return json.append(",\"data\":").append(event.payload()).append('}').toString();
    }

    private static void member(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < FIRST_PRINTABLE) {
                json.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                json.append(each);
            }
        }
        json.append('"');
    }
}
