// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** {@code /witness}: what is in the database, and what is left on the threads of the server. */
@Path("/witness")
@RequestScoped
@Produces("text/plain")
public class Witness {

    /** How many requests the server works on at once; the boot commands of the test say so. */
    public static final int THREADS = 10;

    private static final CyclicBarrier ALL_THREADS = new CyclicBarrier(THREADS);

    @Inject
    Effects effects;

    @PersistenceContext(unitName = "idempotency")
    EntityManager records;

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** How often some work had its effect. */
    @GET
    @Path("effects/{work}")
    public long effects(@PathParam("work") String work) {
        return effects.count(work);
    }

    /** The state of a key, or {@code FREE}. */
    @GET
    @Path("records/{key}")
    public String state(@PathParam("key") String key) {
        List<?> states = records.createNativeQuery(
                        "select state from idempotency_record where idempotency_key = ?1", String.class)
                .setParameter(1, key)
                .getResultList();
        return states.isEmpty() ? "FREE" : states.toString();
    }

    /** The calling thread and its JTA status; answers once so many requests ask that every thread is one of them. */
    @GET
    @Path("threads")
    public String thread() throws InterruptedException, BrokenBarrierException, TimeoutException {
        ALL_THREADS.await(60, TimeUnit.SECONDS);
        return Thread.currentThread().getName() + " has status " + transactions.getTransactionStatus();
    }

    /** Collects the garbage; then how many bytes of the heap are in use. Peaks are counted from here. */
    @POST
    @Path("heap")
    @SuppressWarnings("SystemGc") // what is left is measured
    public long collect() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return heap().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    /** The most bytes of the heap that were in use, garbage included. */
    @GET
    @Path("heap")
    public long peak() {
        return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** How many requests wait for another one of this node. */
    @GET
    @Path("waiting")
    public long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("ee.idempotency.engine.InFlightKeys")))
                .count();
    }
}
