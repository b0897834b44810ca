// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import ee.idempotency.observability.internal.ObservabilitySettings.MetricsChoice;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Has the settings of this module checked with those of all others. */
public final class ObservabilitySettingsGroup implements SettingsGroup {

    @Override
    public void check(SettingsReader reader) {
        MetricsChoice asked = ObservabilitySettings.read(reader).metrics();
        if (asked == MetricsChoice.MICROPROFILE && !OptionalApi.MICROPROFILE_METRICS.isVisible()) {
            absent(reader, "microprofile", "MicroProfile Metrics");
        }
        if (asked == MetricsChoice.OPENTELEMETRY && !OptionalApi.OPENTELEMETRY_METRICS.isVisible()) {
            absent(reader, "opentelemetry", "the metrics API of OpenTelemetry");
        }
    }

    private static void absent(SettingsReader reader, String choice, String api) {
        reader.problem(ObservabilitySettings.METRICS + " = " + choice + ": this server does not offer " + api
                + " to the application; switch it on there, or choose another");
    }

    /** The settings where the deployment has already checked them. */
    static ObservabilitySettings checked() {
        Config config = ConfigProvider.getConfig();
        return ObservabilitySettings.read(
                new SettingsReader(name -> config.getConfigValue(name).getValue()));
    }
}
