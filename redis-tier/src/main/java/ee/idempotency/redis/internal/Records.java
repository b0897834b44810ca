// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import ee.idempotency.Fingerprint;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.OperationStatus.State;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.IdempotencyRecord;
import ee.idempotency.spi.Outcome;
import java.util.List;
import java.util.Optional;

/** Reads records and outcomes from the fields of {@code lookup.lua} and {@code claim.lua}. */
final class Records {

    private static final int STATUS = 11;
    private static final int CODE = 15;
    private static final int VERSION = 17;

    private Records() {}

    static IdempotencyRecord record(Reply reply) {
        State state = state(reply);
        return new IdempotencyRecord(
                reply.recordKey(),
                binding(reply),
                fingerprint(reply, 4),
                state,
                (int) reply.number(6),
                (int) reply.number(VERSION),
                state == State.IN_PROGRESS ? Optional.of(reply.time(7)) : Optional.empty(),
                "1".equals(reply.text(8)) ? OnLeaseLost.NEVER_RE_EXECUTE : OnLeaseLost.TAKE_OVER,
                reply.time(9),
                reply.time(10),
                switch (state) {
                    case IN_PROGRESS -> Optional.empty();
                    case COMPLETED -> Optional.of(completed(reply, STATUS));
                    case FAILED -> Optional.of(failed(reply, CODE));
                });
    }

    private static State state(Reply reply) {
        return switch (reply.text(5)) {
            case "P" -> State.IN_PROGRESS;
            case "C" -> State.COMPLETED;
            case "F" -> State.FAILED;
            default -> throw reply.damaged("its state is unknown");
        };
    }

    private static Binding binding(Reply reply) {
        try {
            return new Binding(reply.text(0), reply.text(1), reply.text(2), reply.text(3));
        } catch (InvalidKeyException invalid) {
            throw reply.damaged("its binding is invalid");
        }
    }

    static Fingerprint fingerprint(Reply reply, int index) {
        try {
            return Fingerprint.fromBytes(reply.raw(index));
        } catch (IllegalArgumentException unknown) {
            throw reply.damaged("its fingerprint is of an unknown version");
        }
    }

    /** Four fields: status, headers, hash, body; compared with the hash. */
    static Outcome.Completed completed(Reply reply, int first) {
        return new Outcome.Completed((int) reply.number(first), headers(reply, first + 1), reply.bytesOrNull(first + 3))
                .verified(reply.recordKey(), reply.bytes(first + 2));
    }

    private static List<Header> headers(Reply reply, int index) {
        try {
            return Header.parse(reply.text(index));
        } catch (IllegalArgumentException invalid) {
            throw reply.damaged("one of its header lines is none");
        }
    }

    /** Two fields: code and message. */
    static Outcome.Failed failed(Reply reply, int first) {
        return new Outcome.Failed(reply.text(first), reply.text(first + 1));
    }
}
