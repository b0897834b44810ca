// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.settings.SettingsReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings of the outbox, from MicroProfile Config.
 *
 * @param senders names of senders by type of event
 * @param sender the sender of all other types; empty if there is none
 */
record OutboxSettings(
        RelayKind relay,
        String sender,
        Map<String, String> senders,
        Duration interval,
        int batch,
        Duration lease,
        boolean isOrdered,
        int maxPayload,
        String source,
        Duration sentRetention,
        BackOff backOff,
        Optional<WebhookTarget> webhook,
        Optional<JmsTarget> jms) {

    /** {@value}: {@code timer} or {@code none}, default timer: who sends. None: the database's log is read by something else. */
    static final String RELAY = "idempotency.outbox.relay";
    /** {@value}: {@code cdi}, {@code jms}, {@code webhook}, or the name of a bean; no default. */
    static final String SENDER = "idempotency.outbox.sender";
    /**
     * {@value}: types of events separated by commas, each 1 to 255 of {@code A-Z a-z 0-9 . _ -}, default none, that have a
     * sender of their own in {@code idempotency.outbox.type.<type>.sender}.
     */
    static final String TYPES = "idempotency.outbox.types";
    /** {@value}: ISO-8601 duration, default PT1S, PT0.1S to PT1H: how often the relay looks for events. */
    static final String INTERVAL = "idempotency.outbox.interval";
    /** {@value}: default 100, 1 to 1000: how many events a relay takes at once. */
    static final String BATCH = "idempotency.outbox.batch";
    /**
     * {@value}: ISO-8601 duration, default PT1M, PT5S to PT1H: how long a relay may have them. Longer: those of a node that
     * died wait longer. Shorter: a slow sender lets other nodes send the same events.
     */
    static final String LEASE = "idempotency.outbox.lease";
    /** {@value}: {@code true} or {@code false}, default true: whether events of one aggregate are sent one after the other. */
    static final String ORDERED = "idempotency.outbox.ordered";
    /** {@value}: bytes in UTF-8, default and at most 1048576. */
    static final String MAX_PAYLOAD = "idempotency.outbox.max-payload";
    /** {@value}: what the {@code source} of cloud events begins with, default nothing. */
    static final String SOURCE = "idempotency.outbox.source";
    /**
     * {@value}: ISO-8601 duration, default P1D, PT1H to P3650D: how long events are kept that were sent. A run that repeats
     * the work of one that crashed publishes them again after that.
     */
    static final String SENT_RETENTION = "idempotency.outbox.sent-retention";

    static final int LARGEST_PAYLOAD = 1_048_576;
    private static final int MAX_BATCH = 1_000;
    private static final String NAME = "[A-Za-z0-9._-]{1,255}";
    private static final String NAME_RULE = "1 to 255 characters of A-Z a-z 0-9 . _ -";

    /** Who sends. */
    enum RelayKind {
        /** This library, at an interval, on every node. */
        TIMER,
        /** Change data capture: rows are only seen in the database's log. */
        NONE
    }

    /** Copies the map. */
    OutboxSettings {
        senders = Map.copyOf(senders);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    static OutboxSettings read(SettingsReader reader) {
        RelayKind relay = reader.choice(RELAY, RelayKind.TIMER);
        String sender = reader.text(SENDER, "", NAME, "must be cdi, jms, webhook, or the name of a bean: " + NAME_RULE);
        Map<String, String> senders = senders(reader);
        if (relay == RelayKind.TIMER && sender.isEmpty() && !reader.isSet(SENDER)) {
            reader.problem(SENDER + " is not set, and " + RELAY + " is timer: set cdi, jms, webhook, or the name of an"
                    + " EventSender bean; or " + RELAY + "=none, if change data capture reads the table");
        }
        Set<String> used = new TreeSet<>(senders.values());
        used.add(sender);
        return new OutboxSettings(
                relay,
                sender,
                senders,
                reader.duration(INTERVAL, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofHours(1)),
                reader.integer(BATCH, 100, 1, MAX_BATCH),
                reader.duration(LEASE, Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofHours(1)),
                reader.flag(ORDERED, true),
                reader.integer(MAX_PAYLOAD, LARGEST_PAYLOAD, 1, LARGEST_PAYLOAD),
                reader.text(SOURCE, "", "[!-~]{0,200}", "must be a URI reference of at most 200 characters"),
                reader.duration(SENT_RETENTION, Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(3650)),
                BackOff.read(reader),
                WebhookTarget.read(reader, used.contains(GivenSenders.WEBHOOK)),
                JmsTarget.read(reader, used.contains(GivenSenders.JMS)));
    }

    private static Map<String, String> senders(SettingsReader reader) {
        Map<String, String> senders = new TreeMap<>();
        for (String type : new TreeSet<>(reader.texts(
                TYPES, Set.of(), NAME, "must be types of events separated by commas, each " + NAME_RULE))) {
            String name = "idempotency.outbox.type." + type + ".sender";
            String sender = reader.text(name, "", NAME, "must be the name of a sender: " + NAME_RULE);
            if (!reader.isSet(name)) {
                reader.problem(name + " is not set, and " + TYPES + " has " + type);
            }
            senders.put(type, sender);
        }
        return senders;
    }

    /** The name of the sender of a type. */
    String senderOf(String type) {
        return senders.getOrDefault(type, sender);
    }

    /** All senders that are chosen; none where nothing is relayed. */
    Collection<String> chosenSenders() {
        Set<String> chosen = new TreeSet<>(senders.values());
        chosen.add(sender);
        chosen.remove("");
        return relay == RelayKind.NONE ? Set.of() : chosen;
    }
}
