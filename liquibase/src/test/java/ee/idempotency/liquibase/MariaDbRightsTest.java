// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("all")
@DisplayName("S9: which rights a migration needs on MariaDB, and what is said without one")
class MariaDbRightsTest {

    /** Those of docs/databases.md. */
    private static final List<String> NEEDED =
            List.of("create", "alter", "index", "select", "insert", "update", "delete");

    private static DataSource forUserWith(List<String> rights) {
        return CheckedMariaDb.shared().forUserWith(String.join(", ", rights) + " on %s.*", false);
    }

    @Test
    void theDocumentedRightsAreEnough() {
        assertThat(SchemaMigrator.migrate(forUserWith(NEEDED))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "alter", "index", "select", "insert", "update", "delete"})
    void aMissingRightIsOneSentenceThatNamesItAndTheCure(String missing) {
        List<String> rights = new ArrayList<>(NEEDED);
        rights.remove(missing);
        DataSource restricted = forUserWith(rights);
        assertThatThrownBy(() -> SchemaMigrator.migrate(restricted))
                .isInstanceOf(SchemaMigrationException.class)
                .message()
                .hasLineCount(1)
                .contains("may not create or change tables", "docs/schema/mariadb.sql", "idempotency.migrate=false")
                .contains(missing.toUpperCase(Locale.ROOT) + " command denied");
    }
}
