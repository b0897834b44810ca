// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A server process that serves one WAR at the root of a port of the loopback address. */
public interface Server extends AutoCloseable {

    /**
     * Waits until the application answers a request.
     *
     * @throws IOException if it does not, with what the server said; the process has been ended then
     */
    void awaitReady(Duration timeout) throws IOException, InterruptedException;

    /** The address of {@code path}, which starts with a slash. */
    URI uri(String path);

    /** Its processes: scripts of servers have the server as their child. */
    List<Long> pids();

    /** Kills the process, as {@code kill -9} does, and waits for its end. */
    void kill();

    /** Ends the process and waits for its end. */
    @Override
    void close();
}
