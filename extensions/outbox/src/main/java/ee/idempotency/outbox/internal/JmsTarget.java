// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.settings.SettingsReader;
import java.util.Optional;

/** Where the sender {@code jms} finds what it needs, by JNDI names. */
record JmsTarget(String connectionFactory, String destination) {

    /** {@value}: a JNDI name, default {@code java:comp/DefaultJMSConnectionFactory}. */
    static final String CONNECTION_FACTORY = "idempotency.outbox.jms.connection-factory";
    /** {@value}: the JNDI name of a queue or topic. */
    static final String DESTINATION = "idempotency.outbox.jms.destination";

    private static final String JNDI_NAME = "[!-~]{1,255}";
    private static final String RULE = "must be a JNDI name";

    static Optional<JmsTarget> read(SettingsReader reader, boolean isUsed) {
        String factory = reader.text(CONNECTION_FACTORY, "java:comp/DefaultJMSConnectionFactory", JNDI_NAME, RULE);
        String destination = reader.text(DESTINATION, "", JNDI_NAME, RULE);
        if (isUsed && !reader.isSet(DESTINATION)) {
            reader.problem(
                    DESTINATION + " is not set, and the sender jms is used: set the JNDI name of a queue or topic");
        }
        return destination.isEmpty() ? Optional.empty() : Optional.of(new JmsTarget(factory, destination));
    }
}
