// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyException;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentCall;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.ResultCodecException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.spi.CallerResolver;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimGate;
import ee.idempotency.spi.ClaimRequest;
import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyListener;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.OutcomeSeal;
import ee.idempotency.spi.OwnerWrite;
import ee.idempotency.spi.Ownership;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.spi.TenantResolver;
import ee.idempotency.tck.LoggedTexts;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Beans, workers and the sweep: key, caller, payload, result, the text of whatever the application's own parts throw, and the
 * value of a setting have a mark, which is in no line of the log and in no message of this library.
 */
@Requirement("H9")
class MarkerTextsTest {

    private static final String MARK = "4242-4242";

    /** What of the application can throw. */
    enum Part {
        WORK,
        TENANT,
        CALLER,
        GATE,
        LISTENER,
        PREPARE,
        SEAL,
        OPEN,
        ENCODE,
        PAYLOAD,
        DECODE,
        CLAIM,
        SETTLE,
        SWEEP
    }

    private static final Set<Part> BROKEN = EnumSet.noneOf(Part.class);
    private static final AtomicReference<RuntimeException> FAULT = new AtomicReference<>();

    private static void use(Part part) {
        if (BROKEN.contains(part)) {
            throw FAULT.get();
        }
    }

    /** A store of the application's. */
    @ApplicationScoped
    public static class Store extends PlainStore {

        @Override
        public Claim claim(ClaimRequest request) {
            use(Part.CLAIM);
            return super.claim(request);
        }

        @Override
        public OwnerWrite complete(Ownership ownership, Outcome.Completed outcome) {
            use(Part.SETTLE);
            return super.complete(ownership, outcome);
        }

        @Override
        public int sweep(int limit) {
            use(Part.SWEEP);
            return super.sweep(limit);
        }
    }

    /** Everything else that an application may bring. */
    @ApplicationScoped
    public static class Parts
            implements TenantResolver, CallerResolver, ClaimGate, IdempotencyListener, OutcomeSeal, ResultCodec {

        @Override
        public String currentTenant() {
            use(Part.TENANT);
            return "tenant-" + MARK;
        }

        @Override
        public Optional<String> currentCaller() {
            use(Part.CALLER);
            return Optional.of("caller " + MARK);
        }

        @Override
        public Optional<Refusal> check(Asking asking) {
            use(Part.GATE);
            return Optional.empty();
        }

        @Override
        public void on(IdempotencyEvent event) {
            use(Part.LISTENER);
        }

        @Override
        public Sealer prepare(Place place) {
            use(Part.PREPARE);
            return outcome -> {
                use(Part.SEAL);
                return outcome;
            };
        }

        @Override
        public Outcome open(Place place, Outcome sealed) {
            use(Part.OPEN);
            return sealed;
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            use(Part.ENCODE);
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] encodePayload(Object value) {
            use(Part.PAYLOAD);
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            use(Part.DECODE);
            return new String(encoded, StandardCharsets.UTF_8);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Cards {

        @IdempotentOperation(
                name = "charge",
                perCaller = true,
                fingerprint = "payload",
                failOn = IllegalArgumentException.class)
        public String charge(@IdempotencyKeyPart String key, String payload) {
            use(Part.WORK);
            return "result " + MARK;
        }
    }

    private final LoggedTexts logged = LoggedTexts.ofTheLibrary();

    @BeforeEach
    @AfterEach
    void recover() {
        BROKEN.clear();
    }

    @AfterEach
    void close() {
        logged.close();
    }

    private static List<RuntimeException> faults() {
        RuntimeException mistake =
                new IllegalStateException("refused " + MARK, new SQLException("row (" + MARK + ")", "23505"));
        return List.of(
                mistake,
                new IllegalArgumentException("declined " + MARK),
                new StoreUnavailableException("The store refuses", mistake),
                new ResultCodecException("cannot read " + MARK, mistake));
    }

    private void check(@Nullable Throwable thrown) {
        if (thrown instanceof IdempotencyException && !(thrown instanceof ResultCodecException)) {
            assertThat(thrown.getMessage()).doesNotContain(MARK);
        }
    }

    private void call(Application application, int number) {
        String key = "key " + MARK + number;
        Cards cards = application.get(Cards.class);
        check(catchThrowable(() -> cards.charge(key, "payload " + MARK)));
        check(catchThrowable(() -> cards.charge(key, "payload " + MARK)));
        check(catchThrowable(() -> cards.charge(key, "other payload " + MARK)));
        for (int i = 0; i < 2; i++) {
            check(catchThrowable(() -> byHand(application, key).execute(String.class, () -> {
                use(Part.WORK);
                return "result " + MARK;
            })));
        }
        check(catchThrowable(() -> byHand(application, key).lookup()));
    }

    /** As a worker calls. */
    private static IdempotentCall byHand(Application application, String key) {
        return application.get(Idempotency.class).operation("by-hand").key(key).fingerprint("payload " + MARK);
    }

    @Test
    void areInNoLineAndNoMessage() {
        int number = 0;
        try (Application application = Application.deploy(Map.of(), Store.class, Parts.class, Cards.class)) {
            for (RuntimeException each : faults()) {
                for (Part part : Part.values()) {
                    FAULT.set(each);
                    BROKEN.add(part);
                    call(application, ++number);
                    application.get(Sweep.class).run();
                    BROKEN.clear();
                    call(application, number);
                }
            }
        }

        assertThat(logged.of("IDEM-0202")).as("failed sweeps").hasSize(faults().size());
        assertThat(logged.of("IDEM-0103")).as("results that are not kept").isNotEmpty();
        assertThat(logged.all()).noneMatch(text -> text.contains(MARK));
    }

    /** A value that looks as if it held a secret is described, not shown, by whatever setting it was given to. */
    @Test
    void aSecretInTheWrongSettingIsInNoListOfProblems() {
        String secret = "redis://user:" + MARK + "@cache:6379";
        Throwable stopped = catchThrowable(() -> Application.deploy(Map.of(
                        "idempotency.store", secret, EngineSettings.RETENTION, secret, "idempotency.secret", MARK))
                .close());

        assertThat(stopped)
                .hasStackTraceContaining("characters, not shown")
                .hasStackTraceContaining("idempotency.secret");
        for (Throwable cause = stopped; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(MARK);
        }
        assertThat(logged.all()).noneMatch(text -> text.contains(MARK));
    }
}
