// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** EJBs in every form, and what has roles. */
@NullMarked
package ee.idempotency.it.edges.varieties;

import org.jspecify.annotations.NullMarked;
