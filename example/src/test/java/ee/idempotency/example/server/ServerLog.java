// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Payara Micro log to a file and reads from it what became of the start.
 *
 * <p>A record is {@code [time] [] [LEVEL] [id] [logger] ... message}, or with {@code [[} in place of the message when
 * that and the stack trace follow on the next lines.
 */
final class ServerLog {

    private static final Pattern RECORD = Pattern.compile(
            "\\[\\d{4}-\\d\\d-\\d\\dT[^]]*] \\[[^]]*] \\[(\\w+)] \\[[^]]*] \\[([^]]*)] (?:\\[\\w+: [^]]*] )*(.*)");
    private static final Pattern CAUSE = Pattern.compile("Caused by: (.*)|([\\w.$]+(?:Exception|Error): .*)");
    /** A list in an exception's message, which goes on in the next lines. */
    private static final String LIST_ITEM = "  - ";

    private static final int LONGEST = 1000;
    private static final int MOST = 8;

    private final Path file;
    private final PrintWriter out;
    private final PrintStream screen;
    private final Set<String> problems = new LinkedHashSet<>();
    private String level = "INFO";
    private String logger = "";
    private boolean messageFollows;
    private @Nullable String cause;
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile boolean ready;
    private boolean deployed;
    private boolean echo;
    private boolean bootCommandFailed;

    ServerLog(Path file, PrintStream screen) throws IOException {
        this.file = file;
        this.out = new PrintWriter(Files.newBufferedWriter(file), true);
        this.screen = screen;
    }

    synchronized void accept(String line) {
        out.println(line);
        Matcher matcher = RECORD.matcher(line);
        if (matcher.matches()) {
            addCause();
            level = matcher.group(1);
            logger = matcher.group(2);
            messageFollows = matcher.group(3).equals("[[");
            if (!messageFollows) {
                message(matcher.group(3));
            }
        } else if (messageFollows && !line.isBlank()) {
            messageFollows = false;
            message(line.strip());
        } else {
            deployed |= logger.equals("PayaraMicro") && line.contains("\"Context Root\":");
            Matcher exception = CAUSE.matcher(line);
            if (exception.matches()) {
                cause = exception.group(1) == null ? exception.group(2) : exception.group(1);
            } else if (cause != null && line.startsWith(LIST_ITEM)) {
                cause += " " + line.strip();
            }
        }
    }

    private void message(String message) {
        if (logger.equals("PayaraMicro") && message.contains(" ready in ")) {
            ready = true;
            decided.countDown();
        }
        boolean refused = message.startsWith("Boot Command ") && message.contains(" failed");
        bootCommandFailed |= refused;
        boolean error = level.equals("SEVERE") || level.equals("ERROR");
        // One word is the key of a message that the server cannot find in its own resources.
        if (!ready && (error || refused) && message.contains(" ")) {
            problems.add(level + ": " + message);
        }
        if (echo && (error || level.startsWith("WARN"))) {
            screen.println(shortened(level + " " + logger + ": " + message));
        }
    }

    private void addCause() {
        if (!ready && cause != null && (level.equals("SEVERE") || level.equals("ERROR") || level.startsWith("WARN"))) {
            problems.add("cause: " + cause);
        }
        cause = null;
    }

    /** Has the server listed an application as deployed? Of use once it is ready. */
    synchronized boolean deployed() {
        return deployed;
    }

    /**
     * Waits until the server says that it is ready, and returns whether it did; not if its log ended before or the time is
     * over. It says so, too, when the application was not deployed.
     */
    boolean awaitReady(Duration timeout) throws InterruptedException {
        return decided.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && ready;
    }

    synchronized boolean bootCommandFailed() {
        return bootCommandFailed;
    }

    /** From now on shows warnings and errors on the screen. */
    synchronized void echo() {
        echo = true;
    }

    /** The errors before the server was ready, each in a line, the first few of them. */
    synchronized String problems() {
        addCause();
        StringBuilder text = new StringBuilder();
        problems.stream()
                .limit(MOST)
                .forEach(line -> text.append("  ").append(shortened(line)).append('\n'));
        return text.toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    Path file() {
        return file;
    }

    synchronized void close() {
        out.close();
        decided.countDown();
    }
}
