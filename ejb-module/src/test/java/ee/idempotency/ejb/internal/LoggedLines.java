// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this module logs while it is open. */
final class LoggedLines extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("ee.idempotency.ejb");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        LOGGER.addHandler(this);
    }

    /** Level and text of each, oldest first. */
    List<String> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
