// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged while it is open. */
final class Logged extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final BlockingQueue<LogRecord> coming = new LinkedBlockingQueue<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    Logged() {
        root.addHandler(this);
    }

    List<String> warnings() {
        return records.stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .map(formatter::formatMessage)
                .toList();
    }

    /** The next line with this code and what was thrown, as a log file would have it; waits for it. */
    String next(String code) throws InterruptedException {
        LogRecord line = coming.poll(1, TimeUnit.MINUTES);
        while (line != null && !line.getMessage().startsWith(code)) {
            line = coming.poll(1, TimeUnit.MINUTES);
        }
        return line == null ? "" : formatter.format(line);
    }

    /** What the lines name that say what watches the application. */
    List<String> bindings() {
        return records.stream()
                .map(formatter::formatMessage)
                .filter(line -> line.startsWith("IDEM-0801"))
                .map(line -> line.replaceFirst(".*watched by ", ""))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
        coming.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
