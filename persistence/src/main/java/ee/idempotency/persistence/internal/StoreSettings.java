// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.settings.SettingsReader;

/**
 * Settings of the JPA store.
 *
 * @param queryableJson whether answers that are JSON are stored a second time, in the column {@code body_json}
 */
public record StoreSettings(boolean queryableJson) {

    /**
     * {@value}: {@code true} or {@code false} (default). On: operators can ask the database what stored answers say, and a
     * record takes up to twice the room. Off: the column stays null. Replays never read it. Nodes may differ.
     */
    public static final String QUERYABLE_JSON = "idempotency.queryable-json";

    /**
     * {@value}: {@code jpa} (default) or {@code datasource}; see {@link DatabaseAccess}. Chosen for the whole application,
     * when it is deployed: the other way's beans do not exist then, and need nothing to be there.
     */
    public static final String DATABASE_ACCESS = "idempotency.database-access";

    /**
     * {@value}: the JNDI name of the data source for {@link DatabaseAccess#DATASOURCE}, and of the migration's whatever the
     * access; {@code java:comp/DefaultDataSource} by default. For {@link DatabaseAccess#JPA} the persistence unit names it.
     */
    public static final String DATASOURCE = "idempotency.datasource";

    /** All of them at their defaults. */
    public static final StoreSettings DEFAULTS = new StoreSettings(false);

    /** Reads {@link #DATABASE_ACCESS}. */
    public static DatabaseAccess access(SettingsReader reader) {
        return reader.choice(DATABASE_ACCESS, DatabaseAccess.JPA);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static StoreSettings read(SettingsReader reader) {
        return new StoreSettings(reader.flag(QUERYABLE_JSON, DEFAULTS.queryableJson()));
    }
}
