// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An application that receives messages. */
@NullMarked
package ee.idempotency.it.edges.messages;

import org.jspecify.annotations.NullMarked;
