// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An application that goes into a WAR: it publishes events, and observes them. */
@NullMarked
package ee.idempotency.it.http.outbox;

import org.jspecify.annotations.NullMarked;
