// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.memory.InMemoryIdempotencyStore;
import ee.idempotency.settings.SettingsReader;
import java.time.Duration;

/**
 * Settings of the wiring: which store, and the sweep.
 *
 * @param store which store keeps the records
 * @param namespace The namespace distinguishes applications that share a database or a Redis. It is empty if
 *     none is set; what is injected has the application's name then.
 * @param memoryCapacity the most records of the in-memory store
 * @param sweepEnabled whether this node sweeps
 * @param sweepInterval the time between two sweeps
 * @param sweepBatchSize the most records one sweeping transaction deletes
 * @param resultCodec the media type of the codec that writes results of methods
 */
public record ModuleSettings(
        StoreChoice store,
        String namespace,
        int memoryCapacity,
        boolean sweepEnabled,
        Duration sweepInterval,
        int sweepBatchSize,
        String resultCodec) {

    /** Where records are kept. */
    public enum StoreChoice {
        /** The store module that is deployed, such as idempotency-persistence. */
        DEPLOYED,
        /** The in-memory store: one node, forgotten on restart. */
        MEMORY
    }

    /** {@value}: {@code deployed} (default) or {@code memory}. */
    public static final String STORE = "idempotency.store";
    /**
     * {@value}: 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}, default the application's name as the container has it
     * ({@code java:app/AppName}, without a version at its end), empty where it has none. Applications that share a database or
     * a Redis have one each; the same on all nodes. With another one every key is new.
     */
    public static final String NAMESPACE = "idempotency.namespace";
    /** {@value}: records, default 10000, 1 to 10000000. More: later retries are replayed. Fewer: less heap. */
    public static final String MEMORY_CAPACITY = "idempotency.memory.capacity";
    /** {@value}: {@code true} (default) or {@code false}; off where a job of the database sweeps. */
    public static final String SWEEP_ENABLED = "idempotency.sweep.enabled";
    /** {@value}: ISO-8601 duration, default PT5M, PT1S to P7D. Longer: a larger table. Shorter: more queries. */
    public static final String SWEEP_INTERVAL = "idempotency.sweep.interval";
    /** {@value}: records, default 1000, 1 to 100000. More: fewer commits. Fewer: shorter locks. */
    public static final String SWEEP_BATCH_SIZE = "idempotency.sweep.batch-size";
    /**
     * {@value}: media type, default application/json: the codec that writes results of methods. Others are those of jars that
     * offer a {@link ee.idempotency.spi.ResultCodec} as a service, such as idempotency-messagepack. All of them are read.
     */
    public static final String RESULT_CODEC = "idempotency.result-codec";
    /**
     * {@value}: JNDI name, default {@code java:comp/DefaultDataSource}: where the start-up migration creates the schema.
     * Must be the data source of the persistence unit. Read by idempotency-liquibase; checked here, with all others.
     */
    public static final String DATASOURCE = "idempotency.datasource";
    /** {@value}: {@code true} (default) or {@code false}; off for those who migrate by hand. Read by idempotency-liquibase. */
    public static final String MIGRATE = "idempotency.migrate";
    /**
     * {@value}: ISO-8601 duration, default PT5M, PT1S to PT1H. Longer: a node waits longer for another one that migrates.
     * Shorter: its deployment fails sooner. Read by idempotency-liquibase.
     */
    public static final String MIGRATE_LOCK_WAIT = "idempotency.migrate.lock-wait";
    /**
     * {@value}: ISO-8601 duration, default PT30M, PT10S to P1D, for one statement of the migration. Longer: large tables can
     * be migrated. Shorter: a database that hangs is noticed sooner. Read by idempotency-liquibase.
     */
    public static final String MIGRATE_STATEMENT_TIMEOUT = "idempotency.migrate.statement-timeout";

    /** The same with another namespace. */
    public ModuleSettings withNamespace(String other) {
        return new ModuleSettings(
                store, other, memoryCapacity, sweepEnabled, sweepInterval, sweepBatchSize, resultCodec);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static ModuleSettings read(SettingsReader reader) {
        reader.text(
                DATASOURCE,
                "java:comp/DefaultDataSource",
                "[\\w:./-]+",
                "must be a JNDI name such as java:comp/DefaultDataSource or jdbc/payments");
        reader.flag(MIGRATE, true);
        reader.duration(MIGRATE_LOCK_WAIT, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofHours(1));
        reader.duration(MIGRATE_STATEMENT_TIMEOUT, Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofDays(1));
        return new ModuleSettings(
                reader.choice(STORE, StoreChoice.DEPLOYED),
                reader.text(
                        NAMESPACE,
                        "",
                        "[A-Za-z0-9._-]{1,64}",
                        "must have 1 to 64 characters, each of A-Z a-z 0-9 . _ -"),
                reader.integer(MEMORY_CAPACITY, InMemoryIdempotencyStore.DEFAULT_CAPACITY, 1, 10_000_000),
                reader.flag(SWEEP_ENABLED, true),
                reader.duration(SWEEP_INTERVAL, Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofDays(7)),
                reader.integer(SWEEP_BATCH_SIZE, 1000, 1, 100_000),
                reader.text(
                        RESULT_CODEC,
                        JsonbResultCodec.MEDIA_TYPE,
                        "[a-z0-9.+-]{1,64}/[a-z0-9.+-]{1,64}",
                        "must be a media type such as " + JsonbResultCodec.MEDIA_TYPE));
    }
}
