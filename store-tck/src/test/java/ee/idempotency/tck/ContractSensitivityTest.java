// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import ee.idempotency.spi.IdempotencyStore;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit is worth something only if it fails: every broken store is found out by the test that is there for it. */
@Requirement("S7")
class ContractSensitivityTest {

    private static volatile UnaryOperator<IdempotencyStore> wrapper = UnaryOperator.identity();

    /** The kit on whatever store is to be broken; run by the test below only. */
    static class OnBrokenStore extends IdempotencyStoreContract {

        @Override
        protected StoreUnderTest createStore() {
            return new InMemoryStoreUnderTest(wrapper);
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenStoreIsFoundOut(BrokenStore broken) {
        assertThat(run(broken.detectedBy(), UnaryOperator.identity()).getTestsSucceededCount())
                .as("on a sound store")
                .isEqualTo(1);

        TestExecutionSummary summary = run(broken.detectedBy(), broken.breaks());

        assertThat(summary.getFailures())
                .as("failures of the broken one")
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException()).isInstanceOf(AssertionError.class));
    }

    private static TestExecutionSummary run(String test, UnaryOperator<IdempotencyStore> store) {
        wrapper = store;
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(OnBrokenStore.class, test))
                .build();
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            wrapper = UnaryOperator.identity();
        }
        return listener.getSummary();
    }
}
