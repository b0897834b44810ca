// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What is logged while this is open, as a log file has it: each line with the trace of its cause. INFO and above, as applications
 * have it: DEBUG shows more on purpose. For {@code java.util.logging}. Thread-safe.
 */
public final class LoggedTexts extends Handler implements AutoCloseable {

    private static final SimpleFormatter FILE = new SimpleFormatter();

    private final Logger logger;
    private final List<String> texts = new CopyOnWriteArrayList<>();

    private LoggedTexts(String name) {
        super();
        setLevel(Level.INFO);
        logger = Logger.getLogger(name);
        logger.addHandler(this);
    }

    /** All that this library logs. */
    public static LoggedTexts ofTheLibrary() {
        return new LoggedTexts("ee.idempotency");
    }

    /** All that is logged in this process. */
    public static LoggedTexts ofAll() {
        return new LoggedTexts("");
    }

    /** The texts, oldest first. */
    public List<String> all() {
        return List.copyOf(texts);
    }

    /** Those of one code. */
    public List<String> of(String code) {
        return texts.stream().filter(text -> text.startsWith(code)).toList();
    }

    @Override
    public void publish(LogRecord line) {
        if (!isLoggable(line)) {
            return;
        }
        texts.add(FILE.formatMessage(line) + "\n" + FILE.format(line));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
