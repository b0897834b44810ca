// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import ee.idempotency.example.server.PayaraMicro;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Payara Micro, by the example's launcher. */
record PayaraServer(PayaraMicro process) implements Server {

    @Override
    public void awaitReady(Duration timeout) throws IOException, InterruptedException {
        process.awaitReady(timeout);
    }

    @Override
    public URI uri(String path) {
        return process.uri(path);
    }

    @Override
    public void close() {
        process.close();
    }
}
