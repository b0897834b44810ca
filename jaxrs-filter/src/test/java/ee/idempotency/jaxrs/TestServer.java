// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.EngineSeams;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.RepeatSettings;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.jaxrs.internal.filter.Collaborators;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.operation.OperationCatalog;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.RequestVerifier;
import ee.idempotency.spi.ShadowFinding;
import ee.idempotency.spi.TenantResolver;
import ee.idempotency.spi.Transactions;
import ee.idempotency.tck.NoResults;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** A JAX-RS application on the loopback interface, protected over an in-memory store. */
final class TestServer implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));

    /** By how much the node's clock is ahead of {@link #CLOCK}. */
    volatile Duration later = Duration.ZERO;

    final FaultyStore store;
    final List<ActiveClaim> held = new CopyOnWriteArrayList<>();
    final AtomicInteger admitted = new AtomicInteger();

    /** What shadow mode has found, in its order. */
    final List<ShadowFinding> found = new CopyOnWriteArrayList<>();

    /** What is attached to the engine besides. */
    final List<IdempotencyListener> listeners = new CopyOnWriteArrayList<>(List.of(this::note));

    final List<ClaimGate> gates = new CopyOnWriteArrayList<>();

    volatile OutcomeSeal seal = OutcomeSeal.NONE;

    /** What the application's resolvers of tenant and caller throw; null while they work. */
    volatile @Nullable RuntimeException broken;

    /** Runs what shadow mode asks of the store; null where there is none. */
    private final @Nullable ScheduledExecutorService threads;

    /** Whose requests come now. */
    volatile String tenant = TenantResolver.DEFAULT_TENANT;

    /** Who makes them, other than the principal; null for the principal. */
    volatile @Nullable String caller;

    private final HttpServer server;

    private TestServer(
            ResourceConfig application, FaultyStore store, Map<String, String> settings, Object... components) {
        this.store = store;
        this.threads = settings.containsKey("idempotency.http.shadow") ? Executors.newScheduledThreadPool(8) : null;
        Collaborators collaborators = collaborators(settings);
        application.register(new IdempotencyFeature(collaborators, application, verifiersAmong(components)));
        application.register(new PolicyResource(collaborators));
        application.register(new IssuedKeysResource(new IssuedKeys(collaborators)));
        application.register(new UserFilter());
        application.property("jersey.config.server.wadl.disableWadl", true);
        Arrays.stream(components).forEach(component -> {
            if (component instanceof Class<?> type) {
                application.register(type);
            } else if (!(component instanceof RequestVerifier)) {
                application.register(component);
            }
        });
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/api"), application, false);
        try {
            server.start();
        } catch (IOException notStarted) {
            throw new AssertionError(notStarted);
        }
    }

    private static RequestVerifier[] verifiersAmong(Object... components) {
        return Arrays.stream(components)
                .filter(RequestVerifier.class::isInstance)
                .toArray(RequestVerifier[]::new);
    }

    static TestServer of(Object... components) {
        return with(Map.of(), components);
    }

    static TestServer with(Map<String, String> settings, Object... components) {
        return on(new FaultyStore(), settings, components);
    }

    /** Another node, or the same after a restart. */
    static TestServer on(FaultyStore store, Map<String, String> settings, Object... components) {
        return new TestServer(new ResourceConfig(), store, settings, components);
    }

    /** One of several applications on one store. */
    static TestServer of(ResourceConfig application, FaultyStore store, Object... components) {
        return new TestServer(application, store, Map.of(), components);
    }

    static HttpSettings settings(Map<String, String> given) {
        SettingsReader reader = new SettingsReader(given::get);
        HttpSettings settings = HttpSettings.read(reader);
        reader.finish();
        return settings;
    }

    private Collaborators collaborators(Map<String, String> settings) {
        return new Collaborators(
                new IdempotencyEngine(
                        store,
                        new ResultOutcomes(new NoResults(), 1),
                        new EngineEnvironment(
                                Transactions.NONE,
                                threads,
                                RepeatSettings.defaults(),
                                false,
                                new EngineSeams(List.of(this::tell), List.of(this::askGates), new SealInUse()),
                                new Calls(held, admitted))),
                EngineSettings.read(new SettingsReader(settings::get)),
                settings(settings),
                () -> working(tenant),
                principal -> caller == null ? principal : Optional.of(caller),
                new OperationCatalog(),
                () -> CLOCK.instant().plus(later),
                Boolean.parseBoolean(settings.get("servlets")));
    }

    private String working(String resolved) {
        RuntimeException fault = broken;
        if (fault != null) {
            throw fault;
        }
        return resolved;
    }

    private void tell(IdempotencyEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }

    private Optional<ClaimGate.Refusal> askGates(ClaimGate.Asking asking) {
        return gates.stream().flatMap(gate -> gate.check(asking).stream()).findFirst();
    }

    /** The one that the test has set. */
    private final class SealInUse implements OutcomeSeal {

        @Override
        public Sealer prepare(Place place) {
            return seal.prepare(place);
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            return seal.open(place, sealed);
        }
    }

    private void note(IdempotencyEvent event) {
        if (event instanceof IdempotencyEvent.Shadowed shadowed) {
            found.add(shadowed.finding());
        }
    }

    int port() {
        return server.getListeners().iterator().next().getPort();
    }

    Answer post(String path, String key, String body, String... headers) {
        return send("POST", path, key, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, String key, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Idempotency-Key: \"" + key + "\"");
        return raw(method, path, body, all.toArray(String[]::new));
    }

    /** Sends no key but what {@code headers} say. */
    Answer raw(String method, String path, byte[] body, String... headers) {
        return RawHttp.send(port(), method, "/api" + path, List.of(headers), body);
    }

    /** The record of an anonymous request. */
    Optional<IdempotencyRecord> record(String operation, String key) {
        return store.lookup(new Binding(TenantResolver.DEFAULT_TENANT, operation, "anonymous", key).recordKey());
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
