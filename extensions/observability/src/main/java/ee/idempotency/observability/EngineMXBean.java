// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability;

import java.util.Map;

/**
 * The engine of one application, for JMX: {@code ee.idempotency:type=Engine,application="..."}, from the start of the
 * application until it is undeployed. Figures are of this process and count from its start. Series are spelled as Prometheus
 * would scrape them, such as <code>idempotency_calls_total{operation="pay",mode="independent",outcome="replayed",reason="none"}</code>.
 */
public interface EngineMXBean {

    /** The counters and gauges. */
    Map<String, Long> getCounts();

    /** The timers. */
    Map<String, Timing> getTimings();
}
