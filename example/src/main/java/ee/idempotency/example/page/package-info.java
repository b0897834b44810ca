// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The page at the root: one payment with a key and one without, side by side. */
@NullMarked
package ee.idempotency.example.page;

import org.jspecify.annotations.NullMarked;
