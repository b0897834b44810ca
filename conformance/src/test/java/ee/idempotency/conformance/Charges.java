// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes charges, without a thought of keys. */
final class Charges {

    private static final Pattern AMOUNT = Pattern.compile("amount=(\\d+)");

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    private final Fault fault;

    Charges(Fault fault) {
        this.fault = fault;
    }

    Reply take(String form) {
        int call = calls.incrementAndGet();
        Matcher amount = AMOUNT.matcher(form);
        if (!amount.find() || amount.group(1).equals("0")) {
            return Reply.json(400, "{\"error\":\"amount\",\"request\":" + call + "}");
        }
        String charge = "{\"id\":" + call + ",\"amount\":" + amount.group(1) + "}";
        taken.add(charge);
        if (fault == Fault.ANSWERS_NOTHING) {
            return new Reply(204, List.of(), "");
        }
        return new Reply(201, List.of("Content-Type: application/json", "Location: /charges/" + call), charge);
    }

    String list() {
        return "[" + String.join(",", taken) + "]";
    }
}
