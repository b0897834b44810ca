// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.it.server.Launch;
import ee.idempotency.it.server.Server;
import ee.idempotency.it.server.ServerKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;
import org.jspecify.annotations.Nullable;

/**
 * Arquillian's container: a server process for each deployment, on a free port of the loopback address, of the kind that
 * the run names. The server of {@link Wars#withTests()} stays for the next class; it ends when another is started, so that
 * nothing runs beside a test that does not know of it. One small class for all servers: the adapters of the vendors clash on one class path, and Payara's reads the
 * server's log in pieces and loses a deployment now and then.
 */
@SuppressWarnings("deprecation") // the interface still demands the deployment of descriptors
public final class ServerContainer implements DeployableContainer<ServerContainer.Configuration> {

    /** Registers the container with Arquillian. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, ServerContainer.class);
        }
    }

    /** Everything is set by system properties. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {}
    }

    /** The place of classes that share a server, in the order of classes: before all that start another. */
    static final int SHARED = 1;

    private @Nullable Server server;
    private boolean isShared;

    @Override
    public Class<Configuration> getConfigurationClass() {
        return Configuration.class;
    }

    @Override
    public void setup(Configuration configuration) {}

    @Override
    public void start() {}

    @Override
    public void stop() {
        close();
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            URI root = serving(archive).uri("/");
            HTTPContext context = new HTTPContext(root.getHost(), root.getPort());
            context.add(new Servlet("ArquillianServletRunnerEE9", "/"));
            return new ProtocolMetaData().addContext(context);
        } catch (IOException failed) {
            throw new DeploymentException(failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted", interrupted);
        }
    }

    private Server serving(Archive<?> archive) throws IOException, InterruptedException {
        Server running = server;
        if (running != null && isShared && archive.getName().equals(Wars.SHARED)) {
            return running;
        }
        Path directory = Nodes.newDirectory();
        Path war = directory.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(war.toFile());
        Server started = ServerKind.ofThisRun().start(Launch.of(war, directory, Map.of()));
        started.awaitReady(Duration.ofMinutes(5));
        server = started;
        isShared = archive.getName().equals(Wars.SHARED);
        if (isShared) {
            ServerKind.closeBeforeNextStart(this::close);
        }
        return started;
    }

    private void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        if (!isShared) {
            close();
        }
    }

    @Override
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only archives are deployed");
    }

    @Override
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only archives are deployed");
    }
}
