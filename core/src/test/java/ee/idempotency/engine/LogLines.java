// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines that the engine logs until this is closed. */
final class LogLines extends Handler implements AutoCloseable {

    private static final Logger ENGINE = Logger.getLogger("ee.idempotency.engine");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogLines() {}

    static LogLines open() {
        LogLines lines = new LogLines();
        ENGINE.addHandler(lines);
        return lines;
    }

    /** The lines with this code, as an operator reads them, with their level in front. */
    List<String> of(String code) {
        return records.stream()
                .filter(line -> line.getMessage().startsWith(code))
                .map(line -> line.getLevel() + " " + text(line))
                .toList();
    }

    /** All lines as a log file has them, with the traces of their causes. */
    List<String> texts() {
        return records.stream().map(LogLines::withTrace).toList();
    }

    private static String withTrace(LogRecord line) {
        StringWriter trace = new StringWriter();
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(trace));
        }
        return line.getLevel() + " " + text(line) + "\n" + trace;
    }

    /** What the first line with this code gives as its cause. */
    Throwable causeOf(String code) {
        return records.stream()
                .filter(line -> line.getMessage().startsWith(code))
                .findFirst()
                .orElseThrow()
                .getThrown();
    }

    private static String text(LogRecord line) {
        Object[] parameters = line.getParameters();
        return parameters == null || parameters.length == 0
                ? line.getMessage()
                : MessageFormat.format(line.getMessage(), parameters);
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        ENGINE.removeHandler(this);
    }
}
