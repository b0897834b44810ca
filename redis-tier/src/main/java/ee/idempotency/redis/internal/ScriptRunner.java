// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.StoreUnavailableException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Runs scripts by their hash; a server that does not know one, or has forgotten it, is sent the text once.
 *
 * <p>A connection that turns out to be closed is replaced and the script sent a second time, because a server that was
 * restarted closes them all. So is one whose server answers with an error: nothing that a script does is one by itself, so
 * this server will not serve (READONLY, MASTERDOWN, LOADING, NOPERM, CLUSTERDOWN, OOM and others), and behind the same
 * address there may be another one by now. A time-out is not tried again: its wait would be doubled.
 */
final class ScriptRunner {

    private final Client client;

    ScriptRunner(Client client) {
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
            } catch (JedisConnectionException | JedisDataException failed) {
                if (failed.getCause() instanceof SocketTimeoutException) {
                    throw failed;
                }
                client.leave(redis);
                return once(client.get(), script, keys, arguments.apply(true).toList());
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
