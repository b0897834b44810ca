// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static ee.idempotency.engine.EngineFixture.BINDING;
import static ee.idempotency.engine.EngineFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.Retained;
import ee.idempotency.TransactionMode;
import ee.idempotency.engine.FakeTransactions.CommitEnd;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.testing.Requirement;
import ee.idempotency.testing.TextCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes that nobody may store: what reaches the store, and what a repeat gets. */
@Requirement("O1")
class RedactionTest {

    private static final String MARKER = "4111-1111-1111-1111";
    private static final Bytes BODY = Bytes.of(MARKER.getBytes(StandardCharsets.UTF_8));

    private final EngineFixture bench = new EngineFixture();
    private final AtomicInteger runs = new AtomicInteger();
    private final IdempotencyEngine engine = new IdempotencyEngine(
            bench.joining,
            new ResultOutcomes(new TextCodec(), EngineFixture.MAX_RESULT),
            new EngineEnvironment(
                    bench.transactions, bench.scheduler, RepeatSettings.defaults(), true, EngineSeams.none()));

    private @Nullable Object execute(OperationOptions options) {
        return engine.execute(BINDING, Fingerprint.none(), options, String.class, () -> {
            runs.incrementAndGet();
            return MARKER;
        });
    }

    private static Outcome.Completed response(Bytes body) {
        return new Outcome.Completed(
                201,
                List.of(
                        new Header("location", "/charges/1"),
                        new Header("X-Card", MARKER),
                        new Header("Idempotency-Key-Expires", "Sat, 28 Nov 2026 00:00:00 GMT")),
                body);
    }

    @ParameterizedTest
    @EnumSource
    void aResultIsReturnedOnceAndIsInNoStore(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode).withRetained(Retained.POINTER);

        assertThat(execute(options)).isEqualTo(MARKER);

        assertThat(bench.record().orElseThrow().outcome().orElseThrow())
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        stored -> assertThat(stored.body()).isNull());
        assertThatThrownBy(() -> execute(options)).isInstanceOf(OutcomeNotRetainedException.class);
        assertThat(runs).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = "INDEPENDENT", mode = EnumSource.Mode.EXCLUDE)
    void aLostCommitIsRecognisedByWhatIsLeft(TransactionMode mode) {
        bench.transactions.commitEnd = CommitEnd.COMMITTED_WITHOUT_ANSWER;

        assertThat(execute(OPTIONS.withMode(mode).withRetained(Retained.DIGEST)))
                .isEqualTo(MARKER);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsKeptWithoutItsMessage(TransactionMode mode) {
        OperationOptions options = OPTIONS.withMode(mode)
                .withFailOn(IllegalArgumentException.class)
                .withRetained(Retained.POINTER);

        assertThatThrownBy(() -> engine.execute(BINDING, Fingerprint.none(), options, String.class, () -> {
                    throw new IllegalArgumentException(MARKER);
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(bench.record().orElseThrow().outcome()).contains(new Outcome.Failed("IllegalArgumentException", ""));
        assertThatThrownBy(() -> execute(options))
                .isInstanceOfSatisfying(
                        PreviouslyFailedException.class,
                        failed -> assertThat(failed.code()).isEqualTo("IllegalArgumentException"));
    }

    @Test
    void aPointerIsStatusAndLocation() {
        assertThat(Redaction.of(response(BODY), Retained.POINTER))
                .isEqualTo(new Outcome.Completed(
                        201,
                        List.of(
                                new Header("location", "/charges/1"),
                                new Header("Idempotency-Key-Expires", "Sat, 28 Nov 2026 00:00:00 GMT")),
                        null));
    }

    @Test
    void aDigestIsThatOfTheBodyAndPointsNowhere() {
        // printf 4111-1111-1111-1111 | openssl dgst -sha256 -binary | base64
        assertThat(Redaction.of(response(BODY), Retained.DIGEST))
                .isEqualTo(new Outcome.Completed(
                        201,
                        List.of(
                                new Header("Idempotency-Key-Expires", "Sat, 28 Nov 2026 00:00:00 GMT"),
                                new Header(
                                        "Idempotency-Response-Digest",
                                        "sha-256=:s/hGspPOwIHwdAvarsvqOHdUlDueL/bYO4tFnRu7Q6w=:")),
                        null));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutBodyIsKeptWhole(Retained retained) {
        assertThat(Redaction.of(response(Bytes.EMPTY), retained)).isEqualTo(response(Bytes.EMPTY));
    }

    @Test
    void headersOfABodyThatNobodyKnowsAreNotKeptEither() {
        Outcome.Completed unknown = new Outcome.Completed(200, List.of(new Header("X-Card", MARKER)), null);

        assertThat(Redaction.of(unknown, Retained.DIGEST)).isEqualTo(new Outcome.Completed(200, List.of(), null));
        assertThat(Redaction.of(unknown, Retained.WHOLE)).isEqualTo(unknown);
    }

    @Test
    void aRepeatIsAnsweredByReading() {
        OperationOptions options = OPTIONS.withRetained(Retained.POINTER);
        execute(options);

        assertThat(engine.<RuntimeException>execute(
                        BINDING, Fingerprint.none(), options, String.class, () -> "second run", why -> "read"))
                .isEqualTo("read");
        assertThat(runs).hasValue(1);
    }
}
