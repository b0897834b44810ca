// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the process, which all class loaders of a server share, for an embedded database. It is a system property,
 * and so a text: an object of ours there would hold the class loader of an application that was undeployed.
 */
final class JvmLock implements MigrationLock {

    /** Whose migration runs; absent while none does. */
    static final String PROPERTY = "ee.idempotency.liquibase.migrating";

    private @Nullable String own;

    @Override
    public boolean tryLock() {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        String name = "since " + now + ", number " + UUID.randomUUID();
        boolean isFree = System.getProperties().putIfAbsent(PROPERTY, name) == null;
        if (isFree) {
            own = name;
        }
        return isFree;
    }

    @Override
    public boolean isHeld() {
        return own != null && own.equals(System.getProperty(PROPERTY));
    }

    @Override
    public String holder() {
        return "another application of this server, migrating " + System.getProperty(PROPERTY, "no more");
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public void close() {
        if (own != null) {
            System.getProperties().remove(PROPERTY, own);
        }
    }
}
