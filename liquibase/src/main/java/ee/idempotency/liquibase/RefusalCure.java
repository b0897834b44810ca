// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.time.Duration;
import java.util.Locale;

/** What stops a migration, in one sentence, and what to do about it; {@link Refusal} judges which it was. */
enum RefusalCure {
    NOT_ALLOWED(
            "The user of the data source may not create or change tables. Let the owner of the schema run %1$s, or what"
                    + " is new in it, and set idempotency.migrate=false; or name in idempotency.datasource a data source"
                    + " of the same database whose user may"),
    READ_ONLY("The database can only be read, as a replica can. Name in idempotency.datasource a data source of the"
            + " database that is written to, or migrate there and set idempotency.migrate=false here"),
    NO_SCHEMA("There is no such database or schema. Create it, or correct the URL of the data source"
            + " idempotency.datasource (PostgreSQL: currentSchema, or the user's search_path)"),
    MADE_OTHERWISE("The table idempotency_record exists, and idempotency_changelog does not say that this migrator made"
            + " it. If it was made by hand or by a change log of yours, set idempotency.migrate=false; to let the migrator"
            + " take over, see docs/schema.md, Migration by hand"),
    CHANGED("The change sets that were applied to this database are not those of this release: the schema was made by"
            + " another build, or idempotency_changelog was edited. Compare the table with %1$s; if it is the same, run"
            + " update idempotency_changelog set md5sum = null, and start again"),
    REFUSED_LOGIN("The database refuses the user or the password of the data source. Correct the data source that"
            + " idempotency.datasource names"),
    TOO_SLOW(
            "A statement took longer than idempotency.migrate.statement-timeout = %2$s, or than a limit of the database"
                    + " (PostgreSQL: statement_timeout, lock_timeout; MariaDB: max_statement_time, lock_wait_timeout). End what"
                    + " holds the table, lift the limit for the user of the data source, or run %1$s by hand and set"
                    + " idempotency.migrate=false"),
    NO_CONNECTION("The database gave no connection, or dropped it. Check that it runs and that the data source that"
            + " idempotency.datasource names reaches it and gives two connections at a time; or migrate before the start"
            + " and set idempotency.migrate=false"),
    OTHER("The database or Liquibase refused. Cure what is said here, or run %1$s by hand and set"
            + " idempotency.migrate=false");

    private final String cure;

    RefusalCure(String cure) {
        this.cure = cure;
    }

    /** What to do, for a database whose migration by hand is {@code script}, in words. */
    String text(String script, Duration statementTimeout) {
        return String.format(Locale.ROOT, cure, script, statementTimeout);
    }
}
