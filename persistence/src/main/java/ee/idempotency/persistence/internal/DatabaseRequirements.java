// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import java.util.Map;

/**
 * What the store needs of one kind of database.
 *
 * @param script the file with its schema, in {@code docs/schema}
 * @param primaryKey the name of the table's primary key, in lower case
 * @param constraints a query for the names of the table's constraints
 * @param levels the isolation levels it was tested at: JDBC's numbers and their names
 * @param oldest the oldest version it works on, major and minor
 */
record DatabaseRequirements(
        String script, String primaryKey, String constraints, Map<Integer, String> levels, Version oldest) {

    /** A version of a database. */
    record Version(int major, int minor) {

        boolean isAfter(Version other) {
            return major > other.major || (major == other.major && minor > other.minor);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }
}
