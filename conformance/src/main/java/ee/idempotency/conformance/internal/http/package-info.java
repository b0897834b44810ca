// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** HTTP/1.1 as it goes over the wire: what is sent is what a test says, once, and what comes back is not interpreted. */
@NullMarked
package ee.idempotency.conformance.internal.http;

import org.jspecify.annotations.NullMarked;
