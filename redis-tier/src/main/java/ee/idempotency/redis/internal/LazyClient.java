// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * A client that is opened by the first call. That of a cluster must ask for the slots before anything else; Redis may be
 * dead by then, and must not keep an application from being deployed. Thread-safe.
 */
public final class LazyClient implements Client, AutoCloseable {

    private final Supplier<UnifiedJedis> source;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable UnifiedJedis client;
    private volatile boolean closed;

    /** A client of this source, which may throw {@link redis.clients.jedis.exceptions.JedisException}. */
    public LazyClient(Supplier<UnifiedJedis> source) {
        this.source = source;
    }

    /**
     * The open client.
     *
     * @throws JedisConnectionException at once while another thread opens it: one at a time waits for a dead Redis
     */
    @Override
    public UnifiedJedis get() {
        UnifiedJedis open = client;
        return open == null ? open() : open;
    }

    private UnifiedJedis open() {
        if (!opening.tryLock()) {
            throw new JedisConnectionException("Another thread is connecting to Redis");
        }
        try {
            if (closed) {
                throw new JedisConnectionException("The client of Redis is closed");
            }
            UnifiedJedis open = client;
            if (open == null) {
                open = source.get();
                client = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The client of a cluster is replaced, once another one is open: where the address is dead, the old one still knows
     * the other nodes.
     */
    @Override
    public void leave(UnifiedJedis left) {
        if (!opening.tryLock()) {
            return;
        }
        try {
            if (client == left && !closed) {
                client = source.get();
                left.close();
            }
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            UnifiedJedis open = client;
            if (open != null) {
                open.close();
            }
        } finally {
            opening.unlock();
        }
    }
}
