// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An EJB for callers of other processes, where the server has any. */
@NullMarked
package ee.idempotency.it.edges.remote;

import org.jspecify.annotations.NullMarked;
