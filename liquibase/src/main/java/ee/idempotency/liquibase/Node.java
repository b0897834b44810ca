// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This process, as others read it in the log when they wait for it. */
final class Node {

    /** Harmless in a literal of SQL, and short enough for PostgreSQL's application_name. */
    static final String NAME =
            "idempotency-migration " + host() + "/" + ProcessHandle.current().pid();

    private static final int LONGEST_HOST = 30;

    private Node() {}

    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "_");
            return name.substring(0, Math.min(name.length(), LONGEST_HOST));
        } catch (UnknownHostException nameless) {
            return "unknown-host";
        }
    }
}
