// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.Outbox;
import ee.idempotency.outbox.OutboxAdmin;
import ee.idempotency.spi.RecordDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the parts of the outbox together, once an application. */
@ApplicationScoped
public class OutboxBeans {

    @Inject
    Instance<RecordDatabase> databases;

    @Inject
    Instance<EventSender> senders;

    @Inject
    Instance<IdempotencyEngine> engines;

    @Inject
    BeanManager beans;

    private OutboxSettings settings;
    private OutboxTable table;

    @PostConstruct
    void assemble() {
        settings = OutboxSettingsGroup.checked();
        table = new OutboxTable(databases.get(), settings.source());
    }

    /** For the deployment's end. */
    OutboxSettings settings() {
        return settings;
    }

    /** What runs work later, wherever the library has it from. */
    Optional<ScheduledExecutorService> scheduler() {
        return engines.get().scheduler();
    }

    /**
     * A relay with its senders.
     *
     * @throws IllegalArgumentException if a sender cannot be made
     */
    Relay relay() {
        return new Relay(
                table,
                new Senders(settings, this::sender),
                settings,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private EventSender sender(String name) {
        return switch (name) {
            case GivenSenders.CDI -> new CdiSender(beans);
            case GivenSenders.JMS -> JmsSender.of(settings.jms().orElseThrow());
            case GivenSenders.WEBHOOK -> new WebhookSender(settings.webhook().orElseThrow(), InstantSource.system());
            default -> senders.select(NamedLiteral.of(name)).get();
        };
    }

    /** To publish. */
    @Produces
    @Singleton
    Outbox outbox() {
        return new RecordingOutbox(table, engines.get().transactions(), settings);
    }

    /** To administer. */
    @Produces
    @Singleton
    OutboxAdmin admin() {
        return new AdministeredOutbox(databases.get(), settings);
    }
}
