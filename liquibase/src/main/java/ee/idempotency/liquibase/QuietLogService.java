// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;

/** Lets Liquibase's warnings and errors through, and none of its progress. */
final class QuietLogService extends AbstractLogService {

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    public Logger getLog(@SuppressWarnings("rawtypes") Class loggingClass) {
        return new WarningsOnly();
    }

    /** Closing it does nothing: the inherited close() may throw InterruptedException only by its declaration. */
    @SuppressWarnings("try")
    private static final class WarningsOnly extends AbstractLogger {

        /** Reported as a warning on every run. */
        private static final String ABOUT_STATISTICS = "User has disabled analytics.";

        @Override
        public void log(Level level, @Nullable String message, @Nullable Throwable cause) {
            if (level.intValue() >= Level.WARNING.intValue() && !ABOUT_STATISTICS.equals(message)) {
                MigrationLog.warning(String.valueOf(message), cause);
            }
        }
    }
}
