// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An application whose callers have names, passwords and roles. */
@NullMarked
package ee.idempotency.it.edges.roles;

import org.jspecify.annotations.NullMarked;
