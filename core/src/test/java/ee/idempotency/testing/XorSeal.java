// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.testing;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.Fingerprint;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A seal for tests that hides nothing from anybody who looks, but is bound to its record and makes another text of the same
 * outcome every time: a nonce, the record key, and everything else combined with the nonce.
 */
public final class XorSeal implements OutcomeSeal {

    private static final int HEAD = 1 + 16;

    /** How many outcomes were sealed. */
    public final AtomicInteger sealed = new AtomicInteger();

    /** Thrown before claims, if not null. */
    public volatile @Nullable RuntimeException prepareFault;

    /** Thrown instead of sealing, if not null. */
    public volatile @Nullable RuntimeException sealFault;

    /** The record that outcomes are sealed for instead of their own, if not null. */
    public volatile @Nullable RecordKey pretended;

    /** What payloads are known by: one fingerprint for each of these, or the plain ones if there is none. */
    public volatile byte[] ofFingerprints = {};

    @Override
    public List<Fingerprint> fingerprints(Place place, List<Fingerprint> plain) {
        List<Fingerprint> made = new ArrayList<>();
        for (byte key : ofFingerprints) {
            plain.forEach(each -> made.add(Fingerprint.ofFields("xor")
                    .bytes(new byte[] {key})
                    .bytes(each.toBytes())
                    .toFingerprint()));
        }
        return made.isEmpty() ? plain : made;
    }

    @Override
    public Sealer prepare(Place place) {
        if (prepareFault != null) {
            throw prepareFault;
        }
        return outcome -> {
            if (sealFault != null) {
                throw sealFault;
            }
            sealed.incrementAndGet();
            RecordKey key = pretended == null ? place.recordKey() : pretended;
            byte nonce = (byte) ThreadLocalRandom.current().nextInt(1, 128);
            return outcome instanceof Outcome.Completed completed
                    ? seal(key, nonce, completed)
                    : seal(key, nonce, (Outcome.Failed) outcome);
        };
    }

    private static Outcome seal(RecordKey key, byte nonce, Outcome.Completed plain) {
        byte[] headers = Header.format(plain.headers()).getBytes(StandardCharsets.UTF_8);
        byte[] body = plain.body() == null ? new byte[0] : plain.body().toArray();
        byte[] text = ByteBuffer.allocate(9 + headers.length + body.length)
                .putInt(plain.status())
                .put((byte) (plain.body() == null ? 0 : 1))
                .putInt(headers.length)
                .put(headers)
                .put(body)
                .array();
        return new Outcome.Completed(
                0, Header.parse("content-type: application/vnd.test.sealed"), Bytes.of(seal(key, nonce, text)));
    }

    private static Outcome seal(RecordKey key, byte nonce, Outcome.Failed plain) {
        byte[] text = plain.message().getBytes(StandardCharsets.UTF_8);
        return new Outcome.Failed(plain.code(), Base64.getEncoder().encodeToString(seal(key, nonce, text)));
    }

    private static byte[] seal(RecordKey key, byte nonce, byte[] text) {
        ByteBuffer sealed = ByteBuffer.allocate(HEAD + text.length)
                .put(nonce)
                .putLong(key.value().getMostSignificantBits())
                .putLong(key.value().getLeastSignificantBits());
        for (byte one : text) {
            sealed.put((byte) (one ^ nonce));
        }
        return sealed.array();
    }

    @Override
    public Outcome open(Place place, Outcome sealed) {
        if (sealed instanceof Outcome.Failed failed) {
            byte[] text = open(place, Base64.getDecoder().decode(failed.message()));
            return new Outcome.Failed(failed.code(), new String(text, StandardCharsets.UTF_8));
        }
        Bytes body = ((Outcome.Completed) sealed).body();
        ByteBuffer plain = ByteBuffer.wrap(open(place, body == null ? new byte[0] : body.toArray()));
        int status = plain.getInt();
        boolean retained = plain.get() == 1;
        byte[] headers = new byte[plain.getInt()];
        plain.get(headers);
        byte[] rest = new byte[plain.remaining()];
        plain.get(rest);
        return new Outcome.Completed(
                status, Header.parse(new String(headers, StandardCharsets.UTF_8)), retained ? Bytes.of(rest) : null);
    }

    private static byte[] open(Place place, byte[] sealed) {
        if (sealed.length < HEAD) {
            throw new DamagedRecordException("Record [" + place.recordKey() + "]", "it is not sealed");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte nonce = buffer.get();
        if (buffer.getLong() != place.recordKey().value().getMostSignificantBits()
                || buffer.getLong() != place.recordKey().value().getLeastSignificantBits()) {
            throw new DamagedRecordException("Record [" + place.recordKey() + "]", "it is sealed for another record");
        }
        byte[] plain = new byte[buffer.remaining()];
        buffer.get(plain);
        for (int at = 0; at < plain.length; at++) {
            plain[at] ^= nonce;
        }
        return plain;
    }
}
