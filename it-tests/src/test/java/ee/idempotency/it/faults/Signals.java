// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops processes in their tracks and lets them go on; they cannot notice. */
final class Signals {

    private Signals() {}

    static void stop(Collection<Long> pids) throws IOException, InterruptedException {
        send("-STOP", pids);
    }

    static void go(Collection<Long> pids) throws IOException, InterruptedException {
        send("-CONT", pids);
    }

    private static void send(String signal, Collection<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        Process kill = new ProcessBuilder(command).inheritIO().start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IOException(command + " failed");
        }
    }
}
