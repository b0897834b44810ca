// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence;

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

    /** All of them at their defaults. */
    public static final StoreSettings DEFAULTS = new StoreSettings(false);

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static StoreSettings read(SettingsReader reader) {
        return new StoreSettings(reader.flag(QUERYABLE_JSON, DEFAULTS.queryableJson()));
    }
}
