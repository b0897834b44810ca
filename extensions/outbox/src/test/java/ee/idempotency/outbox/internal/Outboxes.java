// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.Outbox;
import ee.idempotency.outbox.OutboxAdmin;
import ee.idempotency.settings.SettingsReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A database with its outbox, and nodes that use it. */
final class Outboxes {

    static final String ORDER = "order";
    static final String PLACED = "OrderPlaced";

    private final DataSource dataSource;
    /** The clock by which relays count their leases. */
    final AtomicLong nanos = new AtomicLong();

    Outboxes(DatabaseKind database) {
        dataSource = database.migrated();
    }

    TestNode node() {
        return new TestNode(dataSource);
    }

    static OutboxSettings settings(String... namesAndValues) {
        Map<String, String> given = new HashMap<>(Map.of(OutboxSettings.SENDER, "test"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        SettingsReader reader = new SettingsReader(given::get);
        OutboxSettings settings = OutboxSettings.read(reader);
        reader.finish();
        return settings;
    }

    static Outbox outbox(TestNode node, OutboxSettings settings) {
        return new RecordingOutbox(new OutboxTable(node.database(), settings.source()), node, settings);
    }

    static OutboxAdmin admin(TestNode node) {
        return new AdministeredOutbox(node.database(), settings());
    }

    Relay relay(TestNode node, EventSender sender, String... settings) {
        OutboxSettings read = settings(settings);
        return new Relay(new OutboxTable(node.database(), read.source()), type -> sender, read, nanos::get, () -> 0.0);
    }

    /** Has all that is to happen later happen now. */
    void letTimePass() {
        execute("update idempotency_outbox set due_at = created_at where due_at is not null");
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    String text(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long events() {
        return number("select count(*) from idempotency_outbox");
    }

    long events(String state) {
        return number("select count(*) from idempotency_outbox where state = '" + state + "'");
    }
}
