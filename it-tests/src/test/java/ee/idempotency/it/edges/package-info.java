// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Deployments at the edges of the specifications: several applications, several WARs, mistakes. */
@NullMarked
package ee.idempotency.it.edges;

import org.jspecify.annotations.NullMarked;
