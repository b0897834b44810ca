// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.faults.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Places where a request waits until the test lets it go on. The test keeps them, outside the server. */
final class Gates {

    private static final int LONGEST_MILLIS = 120_000;

    private Gates() {}

    /** Waits at {@code place} if the request asks to stop there; else returns at once. */
    static void pass(String place, String key, @Nullable String stopAt) {
        if (!place.equals(stopAt)) {
            return;
        }
        int port = Integer.parseInt(System.getenv("WITNESS_GATES"));
        try (Socket gate = new Socket(InetAddress.getLoopbackAddress(), port)) {
            gate.setSoTimeout(LONGEST_MILLIS);
            gate.getOutputStream().write((key + " " + place + "\n").getBytes(StandardCharsets.US_ASCII));
            if (gate.getInputStream().read() < 0) {
                throw new IOException("The gate " + place + " fell shut");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
