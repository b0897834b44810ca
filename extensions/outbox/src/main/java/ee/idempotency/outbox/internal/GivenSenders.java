// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import java.util.Set;

/** The names of the senders that need no bean of the application. */
final class GivenSenders {

    static final String CDI = "cdi";
    static final String JMS = "jms";
    static final String WEBHOOK = "webhook";

    static final Set<String> ALL = Set.of(CDI, JMS, WEBHOOK);

    private GivenSenders() {}
}
