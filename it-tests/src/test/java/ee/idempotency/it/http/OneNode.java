// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.Wars;
import ee.idempotency.it.http.war.Witness;
import ee.idempotency.it.server.Launch;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node for all tests of this package; handed to their constructors. It is not the server of {@code Wars.withTests()}, because it
 * has few threads and fewer connections, waits long and sweeps nothing: there repeats wait briefly and the sweep comes every
 * second.
 */
public final class OneNode implements ParameterResolver {

    /** How many connections the node may have. */
    static final int CONNECTIONS = 5;

    /** How long a repeat waits under ONE_COMMIT. */
    static final int LOCK_WAIT_SECONDS = 8;

    /** How many repeats may wait at once: more than there are connections. */
    static final int WAITERS = CONNECTIONS + 1;

    private static final Map<String, String> SETTINGS = Map.of(
            "idempotency.admin.reader-role",
            "reader",
            "idempotency.admin.operator-role",
            "operator",
            "idempotency.admin.reveal-role",
            "reveal",
            "idempotency.lock-wait",
            "PT" + LOCK_WAIT_SECONDS + "S",
            "idempotency.max-waiters",
            Integer.toString(WAITERS),
            "idempotency.max-waiters-per-key",
            Integer.toString(WAITERS),
            "idempotency.sweep.enabled",
            "false",
            "idempotency.queryable-json",
            "true",
            "idempotency.http.max-response-size",
            "5000");

    /**
     * A running node.
     *
     * @param context where its application is; empty at the root
     */
    record Running(Carrier carrier, String context) implements AutoCloseable {

        URI uri(String path) {
            return carrier.server().uri(context + path);
        }

        /** All that it has logged. */
        String log() {
            return carrier.log();
        }

        @Override
        public void close() {
            carrier.close();
        }
    }

    /** Starts a node with a form of the example; the caller closes it. */
    static Running start(WebArchive application) {
        return new Running(Carrier.start(List.of(application), Map.of(), OneNode::sized), "");
    }

    /** With the pool and the threads that the tests of this package count on. */
    static Launch sized(Launch launch) {
        return launch.sized(CONNECTIONS, Witness.THREADS);
    }

    /** The application that the tests of this package use, in a form of the example and with more settings. */
    static WebArchive war(String name, WebArchive example, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(more);
        return ShrinkWrap.create(WebArchive.class, name)
                .merge(example)
                .addPackage(Witness.class.getPackage())
                .addAsResource(Wars.settings(settings), Wars.SETTINGS_FILE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneNode.class))
                .getOrComputeIfAbsent(Running.class, first -> start(war("work.war", Wars.example(), Map.of())));
    }
}
