// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.outbox.CloudEvent;
import ee.idempotency.tck.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("O3")
class CloudEventTest {

    /** CloudEvents 1.0, JSON Event Format, section 3.1. */
    @Test
    void hasTheStructuredFormWithThePayloadAsItIs() {
        assertThat(CloudEvent.json(Events.of("OrderPlaced")))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"018f0000-0000-8000-8000-000000000017\","
                        + "\"source\":\"/shop/place%20order\",\"type\":\"OrderPlaced\","
                        + "\"subject\":\"order/17 \\\"b\\\"\",\"time\":\"2026-11-28T12:00:00.123456Z\","
                        + "\"tenant\":\"default\",\"datacontenttype\":\"application/json\","
                        + "\"data\":{\"total\": 1.10}}");
    }

    @Test
    void anEventsTextHasNoPayloadAndNoAggregate() {
        assertThat(Events.of("OrderPlaced"))
                .hasToString("event 018f0000-0000-8000-8000-000000000017 of type 'OrderPlaced'");
    }
}
