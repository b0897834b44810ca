// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** A WAR with two JAX-RS applications that list one resource. */
@NullMarked
package ee.idempotency.it.edges.apart;

import org.jspecify.annotations.NullMarked;
