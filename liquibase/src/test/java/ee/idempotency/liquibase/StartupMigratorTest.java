// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S1: the migrator at start-up can be switched off and says clearly what is wrong")
class StartupMigratorTest {

    @Test
    void switchedOffItLooksForNoDataSource() {
        assertThatCode(() -> StartupMigrator.migrate("false", "java:comp/absent", MigrationSettings.DEFAULT))
                .doesNotThrowAnyException();
    }

    @Test
    void aMissingDataSourceIsNamed() {
        assertThatThrownBy(() -> StartupMigrator.migrate("true", "java:comp/absent", MigrationSettings.DEFAULT))
                .isInstanceOf(SchemaMigrationException.class)
                .hasMessageContaining("java:comp/absent")
                .hasMessageContaining("idempotency.datasource");
    }

    @Test
    void aSwitchThatIsNeitherTrueNorFalseIsRefused() {
        assertThatThrownBy(() -> StartupMigrator.migrate("yes", "java:comp/absent", MigrationSettings.DEFAULT))
                .hasMessage("idempotency.migrate must be true or false, not 'yes'");
    }
}
