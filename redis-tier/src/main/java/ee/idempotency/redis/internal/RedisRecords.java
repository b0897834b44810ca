// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.OnLeaseLost;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verbs, each one script and one round trip. Thread-safe; throws {@link StoreUnavailableException}. */
public final class RedisRecords {

    private final ScriptRunner runner;
    private final Keys keys;

    /** The records of one key space. */
    public RedisRecords(Client client, String space) {
        runner = new ScriptRunner(client);
        keys = new Keys(space);
    }

    /**
     * Claims a record.
     *
     * @param trust how long a running lease is believed before one claim is answered {@link ClaimReply.Unconfirmed}; more
     *     than zero: only what this process of Redis wrote is believed. Zero: a lease is believed to its end, and whatever
     *     Redis has is the truth
     */
    public ClaimReply claim(ClaimRequest request, Duration trust) {
        Arguments arguments = new Arguments()
                .text(Keys.name(request.recordKey()))
                .text(request.binding().tenant())
                .text(request.binding().operation())
                .text(request.binding().caller())
                .text(request.binding().key())
                .raw(request.fingerprint().toBytes())
                .token(request.ownerToken())
                .number(Owner.version(request.ownerToken()))
                .millis(request.lease())
                .millis(request.retention())
                .flag(request.onLeaseLost() == OnLeaseLost.NEVER_RE_EXECUTE)
                .millis(trust);
        request.alsoAccepted().forEach(other -> arguments.raw(other.toBytes()));
        return ClaimReply.of(list(Script.CLAIM, request.recordKey(), again -> arguments));
    }

    /**
     * Settles a claim.
     *
     * @param keep how long the outcome is kept at most, counted from the claim; null for as long as the claim said
     */
    public OwnerWrite settle(Owner owner, Outcome outcome, @Nullable Duration keep) {
        Script script = outcome instanceof Outcome.Completed ? Script.COMPLETE : Script.FAIL;
        return write(script, owner, arguments -> {
            if (keep == null) {
                arguments.text("");
            } else {
                arguments.millis(keep);
            }
            append(arguments, outcome);
        });
    }

    private static void append(Arguments arguments, Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            arguments
                    .number(completed.status())
                    .text(Header.format(completed.headers()))
                    .bytes(completed.hash());
            Bytes body = completed.body();
            if (body != null) {
                arguments.bytes(body);
            }
        } else if (outcome instanceof Outcome.Failed failed) {
            arguments.text(failed.code()).text(failed.message());
        }
    }

    /** Gives a claim back. */
    public OwnerWrite release(Owner owner) {
        return write(Script.RELEASE, owner, arguments -> {});
    }

    /** Lets lease and retention run from now. */
    public OwnerWrite renew(Owner owner, Duration lease, Duration retention) {
        return renew(owner, lease, retention, false);
    }

    /** Lets the lease run from now, but keeps the end of the retention where it would come later. */
    public OwnerWrite renewWithin(Owner owner, Duration lease, Duration retention) {
        return renew(owner, lease, retention, true);
    }

    private OwnerWrite renew(Owner owner, Duration lease, Duration retention, boolean neverLater) {
        return write(
                Script.RENEW,
                owner,
                arguments -> arguments.millis(lease).millis(retention).flag(neverLater));
    }

    private interface More {

        void appendTo(Arguments arguments);
    }

    private OwnerWrite write(Script script, Owner owner, More more) {
        Object answer = run(script, owner.recordKey(), again -> {
            Arguments arguments = new Arguments()
                    .text(Keys.name(owner.recordKey()))
                    .token(owner.token())
                    .number(owner.version())
                    .flag(again);
            more.appendTo(arguments);
            return arguments;
        });
        return isOne(answer) ? OwnerWrite.APPLIED : OwnerWrite.NOT_OWNER;
    }

    /** The record unless it has expired. */
    public Optional<IdempotencyRecord> lookup(RecordKey recordKey) {
        Object answer = run(Script.LOOKUP, recordKey, again -> named(recordKey));
        return answer instanceof List<?> fields
                ? Optional.of(Records.record(new Reply(recordKey, fields)))
                : Optional.empty();
    }

    /** Removes a record and says whether it was there. */
    public boolean delete(RecordKey recordKey) {
        return isOne(run(Script.DELETE, recordKey, again -> named(recordKey)));
    }

    /** Deletes expired records, shard by shard, and says how many. */
    public int sweep(int limit) {
        int deleted = 0;
        for (int shard = 0; shard < Keys.SHARDS && deleted < limit; shard++) {
            deleted += sweep(shard, limit - deleted);
        }
        return deleted;
    }

    private int sweep(int shard, int limit) {
        Arguments arguments = new Arguments().number(limit).text(keys.recordPrefix(shard));
        Object answer = runner.run(Script.SWEEP, List.of(keys.index(shard)), again -> arguments);
        return answer instanceof List<?> counts && counts.get(0) instanceof Long deleted ? deleted.intValue() : 0;
    }

    private static Arguments named(RecordKey recordKey) {
        return new Arguments().text(Keys.name(recordKey));
    }

    private Reply list(Script script, RecordKey recordKey, ScriptRunner.ArgumentsFactory arguments) {
        if (run(script, recordKey, arguments) instanceof List<?> fields) {
            return new Reply(recordKey, fields);
        }
        throw new StoreUnavailableException("Redis answered a script with something else than a list", null);
    }

    private @Nullable Object run(Script script, RecordKey recordKey, ScriptRunner.ArgumentsFactory arguments) {
        return runner.run(script, keys.of(recordKey), arguments);
    }

    private static boolean isOne(@Nullable Object answer) {
        return answer instanceof Long number && number == 1;
    }
}
