// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal.Place;
import ee.idempotency.spi.RecordKey;
import ee.idempotency.tck.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("O1")
class OutcomeEncryptionTest {

    private static final String MARKER = "card-4242424242424242";
    private static final Outcome.Completed ANSWER = new Outcome.Completed(
            201,
            List.of(new Header("Location", "/payments/" + MARKER)),
            Bytes.of(("{\"paid\":\"" + MARKER + "\"}").getBytes(UTF_8)));

    private final TestKeys keys = new TestKeys("k1");
    private final OutcomeEncryption encryption = new OutcomeEncryption(keys, false);
    private final Place place = place();

    private static Place place() {
        return new Place(new RecordKey(UUID.randomUUID()), "acme", "charge");
    }

    private Outcome seal(Place at, Outcome outcome) {
        return encryption.prepare(at).seal(outcome);
    }

    static Stream<Outcome> outcomes() {
        return Stream.of(
                ANSWER,
                new Outcome.Completed(204, List.of(), Bytes.EMPTY),
                new Outcome.Completed(200, List.of(), null),
                new Outcome.Completed(
                        0, List.of(new Header("content-type", "text/plain")), Bytes.of(new byte[100_000])),
                new Outcome.Failed("CardDeclined", "declined: " + MARKER),
                new Outcome.Failed("CardDeclined", ""),
                new Outcome.Failed("CardDeclined", "\uD83D\uDE00 \u00e4\u20ac"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatIsSealedOpensAsItWas(Outcome outcome) {
        assertThat(encryption.open(place, seal(place, outcome))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void noOutcomeIsSealedAlikeTwice(Outcome outcome) {
        assertThat(seal(place, outcome)).isNotEqualTo(seal(place, outcome));
    }

    @Test
    void nothingOfTheAnswerIsInWhatIsStored() {
        Outcome.Completed sealed = (Outcome.Completed) seal(place, ANSWER);

        assertThat(sealed.status()).isZero();
        assertThat(Header.format(sealed.headers())).isEqualTo("content-type: application/vnd.idempotency.sealed");
        assertThat(stored(sealed)).doesNotContain("4242").doesNotContain("paid").contains("k1");
        assertThat(((Outcome.Failed) seal(place, new Outcome.Failed("CardDeclined", MARKER))).message())
                .doesNotContain("4242");
    }

    private static String stored(Outcome.Completed sealed) {
        Bytes body = sealed.body();
        return body == null ? "" : new String(body.toArray(), ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeOfAnotherRecordIsDamaged(Outcome outcome) {
        Outcome sealed = seal(place, outcome);

        assertThatThrownBy(() -> encryption.open(place(), sealed)).isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void everyBitOfTheTextThatChangesIsNoticed() {
        byte[] text = body(seal(place, ANSWER));
        for (int at = SealedText.OVERHEAD + "k1".length(); at < text.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = text.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> encryption.open(place, sealedBody(changed)))
                        .as("byte %s bit %s", at, bit)
                        .isInstanceOf(DamagedRecordException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 20, 31})
    void aTextThatIsCutIsDamaged(int length) {
        byte[] cut = Arrays.copyOf(body(seal(place, ANSWER)), length);

        assertThatThrownBy(() -> encryption.open(place, sealedBody(cut))).isInstanceOf(DamagedRecordException.class);
    }

    private static byte[] body(Outcome sealed) {
        return Objects.requireNonNull(((Outcome.Completed) sealed).body()).toArray();
    }

    private static Outcome sealedBody(byte[] body) {
        return new Outcome.Completed(
                0, List.of(new Header("content-type", OutcomeEncryption.MEDIA_TYPE)), Bytes.of(body));
    }

    @Test
    void theCodeOfAFailureCannotBeExchanged() {
        Outcome.Failed sealed = (Outcome.Failed) seal(place, new Outcome.Failed("CardDeclined", "no"));

        assertThatThrownBy(() -> encryption.open(place, new Outcome.Failed("CardStolen", sealed.message())))
                .isInstanceOf(DamagedRecordException.class);
    }

    @Test
    void theLongestMessageFitsWhereAPlainOneDoesWithTheLongestKeyId() {
        keys.current = TestKeys.keys("k".repeat(32));
        for (String message : List.of("x".repeat(1024), "\u20ac".repeat(1024))) {
            Outcome opened = encryption.open(place, seal(place, new Outcome.Failed("F", message)));

            assertThat(message).startsWith(((Outcome.Failed) opened).message());
            assertThat(((Outcome.Failed) opened).message().getBytes(UTF_8).length)
                    .isBetween(OutcomeEncryption.MAX_MESSAGE_BYTES - 2, OutcomeEncryption.MAX_MESSAGE_BYTES);
        }
    }

    @Test
    void outcomesOfTheOldKeyAreReadAndNewOnesHaveTheNewKey() {
        Outcome old = seal(place, ANSWER);
        keys.current = TestKeys.keys("k2", "k1");

        assertThat(encryption.open(place, old)).isEqualTo(ANSWER);
        assertThat(stored((Outcome.Completed) seal(place, ANSWER))).contains("k2");
    }

    @Test
    void theOutcomeOfADestroyedKeyIsNotRetained() {
        Outcome old = seal(place, ANSWER);
        keys.current = TestKeys.keys("k2");
        keys.destroyed.add("k1");

        assertThatThrownBy(() -> encryption.open(place, old)).isInstanceOf(OutcomeNotRetainedException.class);
    }

    @Test
    void aNodeThatLacksTheKeyAsksTheClientToComeAgain() {
        Outcome old = seal(place, ANSWER);
        keys.current = TestKeys.keys("k2");

        assertThatThrownBy(() -> encryption.open(place, old))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("'k1'");
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeWithoutEncryptionIsReadOnlyWhereThatIsAccepted(Outcome outcome) {
        assertThatThrownBy(() -> encryption.open(place, outcome)).isInstanceOf(DamagedRecordException.class);

        assertThat(new OutcomeEncryption(keys, true).open(place, outcome)).isEqualTo(outcome);
    }

    @Test
    void anEncryptedOutcomeThatWasChangedIsDamagedAlsoWherePlainOnesAreAccepted() {
        byte[] text = body(seal(place, ANSWER));
        text[text.length - 1] ^= 1;

        assertThatThrownBy(() -> new OutcomeEncryption(keys, true).open(place, sealedBody(text)))
                .isInstanceOf(DamagedRecordException.class);
    }
}
