// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.StoreUnavailableException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Runs scripts by their hash; a server that does not know one, or has forgotten it, is sent the text once.
 *
 * <p>A connection that turns out to be closed is replaced and the script sent a second time, because a server that was
 * restarted closes them all. A time-out is not tried again: its wait would be doubled.
 */
final class ScriptRunner {

    private final Supplier<UnifiedJedis> client;

    ScriptRunner(Supplier<UnifiedJedis> client) {
        this.client = client;
    }

    /** Says whether the script may have been run before, and its answer lost. */
    interface ArgumentsFactory extends Function<Boolean, Arguments> {}

    @Nullable
    Object run(Script script, List<byte[]> keys, ArgumentsFactory arguments) {
        try {
            UnifiedJedis redis = client.get();
            try {
                return once(redis, script, keys, arguments.apply(false).toList());
            } catch (JedisConnectionException broken) {
                if (broken.getCause() instanceof SocketTimeoutException) {
                    throw broken;
                }
                if (redis instanceof JedisPooled pooled) {
                    pooled.getPool().clear();
                }
                return once(redis, script, keys, arguments.apply(true).toList());
            }
        } catch (JedisException failed) {
            throw new StoreUnavailableException(
                    "Redis did not answer; if this lasts, see whether it can be reached and may write", failed);
        }
    }

    private static @Nullable Object once(UnifiedJedis redis, Script script, List<byte[]> keys, List<byte[]> arguments) {
        try {
            return redis.evalsha(script.sha1(), keys, arguments);
        } catch (JedisNoScriptException unknown) {
            return redis.eval(script.text(), keys, arguments);
        }
    }
}
