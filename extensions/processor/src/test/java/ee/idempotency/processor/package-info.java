// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Tests. */
@NullMarked
package ee.idempotency.processor;

import org.jspecify.annotations.NullMarked;
