// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Applications that forget the feature. */
@NullMarked
package ee.idempotency.it.edges.mistakes;

import org.jspecify.annotations.NullMarked;
