// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import ee.idempotency.conformance.internal.Target;
import ee.idempotency.conformance.internal.TargetSettings;
import ee.idempotency.conformance.internal.http.Exchange;
import ee.idempotency.conformance.internal.http.Request;
import ee.idempotency.conformance.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs all tests against one target. Makes about 200 requests; what they do to the target stays. */
public final class ConformanceKit {

    private static final String TESTS = ConformanceKit.class.getPackageName() + ".draft07.";

    private static final List<String> CLASSES = List.of(
            "Section21SyntaxTest",
            "Section22UniquenessTest",
            "Section25SpecificationTest",
            "Section26EnforcementTest",
            "Section27ErrorsTest",
            "Section5SecurityTest",
            "SectionsAtTheEndTest");

    private ConformanceKit() {}

    /**
     * Measures.
     *
     * @param settings the target's; {@code conformance/README.md} lists them
     * @throws IllegalArgumentException if a setting is unknown or wrong
     * @throws IOException if the target cannot be reached at all
     */
    public static Report run(Properties settings) throws IOException {
        Target target = TargetSettings.read(settings);
        Exchange.send(new Request("GET", target.base(), List.of(), ""), target.timeout());
        ResultListener listener = new ResultListener();
        LauncherFactory.create(alone()).execute(request(settings), listener);
        return new Report(listener.results());
    }

    private static LauncherDiscoveryRequest request(Properties settings) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        CLASSES.stream().map(name -> selectClass(TESTS + name)).toList())
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(TargetSettings.PARAMETER, TargetSettings.write(settings))
                .build();
    }

    /** Nothing that is registered around us may take part: the kit also runs inside of other people's tests. */
    private static LauncherConfig alone() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
    }
}
