// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs work on a thread that ends with it and inherits no thread-local. Liquibase keeps its scope in an inheritable
 * one: run on the thread that deploys, it would stay there and on every pool thread that this one starts, and with it
 * the class loader of the application.
 */
final class OwnThread {

    private static final boolean INHERITS_NOTHING = false;

    private OwnThread() {}

    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(null, task, "idempotency-migration", 0, INHERITS_NOTHING);
        // Liquibase looks for its parts with it, and the caller's may be the server's
        thread.setContextClassLoader(OwnThread.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new SchemaMigrationException("The migration of Idempotency EE was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failed);
    }
}
