// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the migrator logs while this is open. */
final class LoggedLines extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("ee.idempotency.liquibase");

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        LOG.addHandler(this);
    }

    /** Those with that code. */
    List<String> of(String code) {
        return lines.stream().filter(line -> line.startsWith(code)).toList();
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
