// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges;

import ee.idempotency.it.Carrier;
import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.ServerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server for the classes of this package that bring a WAR; handed to their constructors. They stand beside each other in the
 * order of classes, because it ends when another server is started.
 */
final class OneServer implements ParameterResolver {

    /** The place of those classes in the order of classes: after those of {@code Wars.withTests()}, before all others. */
    static final int ORDER = 2;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Carrier.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneServer.class))
                .getOrComputeIfAbsent(Carrier.class, first -> start(ServerKind.ofThisRun()));
    }

    private static Carrier start(ServerKind kind) {
        List<WebArchive> wars = new ArrayList<>(
                List.of(ApartIT.war("one-1.0.war"), ApartIT.war("two.war"), RolesIT.war(), VarietiesIT.war(kind)));
        if (kind == ServerKind.LIBERTY) {
            wars.add(MessagesIT.war());
        }
        Carrier carrier = Carrier.start(wars, Map.of(), launch -> withBroker(launch, kind))
                .closedBeforeNextStart()
                .awaitFound("two", "/idempotency-policy")
                .awaitFound("roles", "/class")
                .awaitFound("forms", "/idempotency-policy");
        return kind == ServerKind.LIBERTY ? carrier.awaitFound("messages", "/messages") : carrier;
    }

    private static Launch withBroker(Launch launch, ServerKind kind) {
        try {
            return kind == ServerKind.LIBERTY ? MessagesIT.withBroker(launch) : launch;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
