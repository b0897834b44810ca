// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import ee.idempotency.spi.IdempotencyStore;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit is worth something only if it fails: every broken store is found out by the test that is there for it. */
@Requirement("S7")
@Tag("all")
class ContractSensitivityTest {

    private static volatile UnaryOperator<IdempotencyStore> wrapper = UnaryOperator.identity();

    /** The kit on whatever store is to be broken; run by the test below only. */
    static class OnBrokenStore extends IdempotencyStoreContract implements RecordBrowserContract {

        @Override
        protected StoreUnderTest createStore() {
            return new InMemoryStoreUnderTest(wrapper);
        }
    }

    private static volatile BrokenJoin join = BrokenJoin.SOUND;

    /** Likewise, for stores that take part in transactions. */
    static class OnBrokenJoin extends TransactionalStoreContract {

        @Override
        protected TransactionalStoreUnderTest createStore() {
            return new LockingStoreUnderTest(join);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SOUND", mode = EnumSource.Mode.EXCLUDE)
    void brokenPartInATransactionIsFoundOut(BrokenJoin broken) {
        join = BrokenJoin.SOUND;
        assertThat(run(OnBrokenJoin.class, broken.detectedBy()).getTestsSucceededCount())
                .as("on a sound store")
                .isEqualTo(1);

        join = broken;
        assertFails(run(OnBrokenJoin.class, broken.detectedBy()));
    }

    @ParameterizedTest
    @EnumSource
    void brokenStoreIsFoundOut(BrokenStore broken) {
        wrapper = UnaryOperator.identity();
        assertThat(run(OnBrokenStore.class, broken.detectedBy()).getTestsSucceededCount())
                .as("on a sound store")
                .isEqualTo(1);

        wrapper = broken.breaks();
        assertFails(run(OnBrokenStore.class, broken.detectedBy()));
    }

    private static void assertFails(TestExecutionSummary summary) {
        assertThat(summary.getFailures())
                .as("failures of the broken one")
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).isInstanceOf(AssertionError.class));
    }

    private static TestExecutionSummary run(Class<?> kit, String test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(kit, test))
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
