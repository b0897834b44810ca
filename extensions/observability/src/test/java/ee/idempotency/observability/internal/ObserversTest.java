// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.IdempotencyEvent;
import ee.idempotency.spi.IdempotencyEvent.Replayed;
import ee.idempotency.spi.IdempotencyEvent.Settled;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of the engine as CDI events. */
@Requirement("O5")
class ObserversTest {

    private static final String CARD = "4111111111111111";

    private static final List<IdempotencyEvent> HEARD = new CopyOnWriteArrayList<>();
    private static final BlockingQueue<IdempotencyEvent> HEARD_LATER = new LinkedBlockingQueue<>();

    @BeforeEach
    void forget() {
        HEARD.clear();
        HEARD_LATER.clear();
    }

    /** Observes one kind at once, and another later. */
    @ApplicationScoped
    public static class Observer {

        void replayed(@Observes Replayed event) {
            HEARD.add(event);
        }

        void settled(@ObservesAsync Settled event) {
            HEARD_LATER.add(event);
        }
    }

    /** Fails at everything, both ways. */
    @ApplicationScoped
    public static class FailingObserver {

        void fail(@Observes IdempotencyEvent event) {
            throw new IllegalStateException("no");
        }

        void failLater(@ObservesAsync Settled event) {
            HEARD_LATER.add(event);
            throw new IllegalStateException(CARD);
        }
    }

    @Test
    void observersHearWhatTheyAskFor() throws Exception {
        try (Deployed application = Deployed.with(Observer.class)) {
            application.call("pay", 1);
            application.call("pay", 1);

            assertThat(HEARD).hasSize(1).first().isInstanceOf(Replayed.class);
            assertThat(HEARD_LATER.poll(1, TimeUnit.MINUTES)).isInstanceOf(Settled.class);
        }
        assertThat(HEARD_LATER).isEmpty();
    }

    @Test
    void observersThatFailChangeNoAnswer() throws Exception {
        try (Deployed application = Deployed.with(FailingObserver.class)) {
            assertThat(application.call("pay", 1)).isEqualTo("paid");
            assertThat(application.call("pay", 1)).isEqualTo("paid");
            assertThat(HEARD_LATER.poll(1, TimeUnit.MINUTES)).isInstanceOf(Settled.class);
        }
    }

    @Test
    @Requirement("C15")
    void theLineOfAnObserverThatFailsHasNoneOfItsText() throws Exception {
        try (Logged logged = new Logged();
                Deployed application = Deployed.with(FailingObserver.class)) {
            application.call("pay", 1);

            assertThat(logged.next("IDEM-0803"))
                    .contains("IllegalStateException")
                    .doesNotContain(CARD);
        }
    }

    @Test
    void nothingIsFiredWhereNobodyObserves() {
        try (Deployed application = Deployed.with()) {
            application.call("pay", 1);
            ObservabilityExtension found = application.get(ObservabilityExtension.class);

            assertThat(found.hasObservers()).isFalse();
            assertThat(found.hasAsynchronousObservers()).isFalse();
        }
    }
}
