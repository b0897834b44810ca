// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.outbox.EventSender;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The senders that the settings choose, by the types of events. Thread-safe. */
final class Senders implements Function<String, EventSender> {

    private final OutboxSettings settings;
    private final Map<String, EventSender> byName = new TreeMap<>();

    /**
     * Makes them.
     *
     * @param maker makes the one of that name
     */
    Senders(OutboxSettings settings, Function<String, EventSender> maker) {
        this.settings = settings;
        settings.chosenSenders().forEach(name -> byName.put(name, maker.apply(name)));
    }

    @Override
    public EventSender apply(String type) {
        String name = settings.senderOf(type);
        EventSender sender = byName.get(name);
        if (sender == null) {
            throw new IllegalStateException("There is no sender '" + name + "'");
        }
        return sender;
    }
}
