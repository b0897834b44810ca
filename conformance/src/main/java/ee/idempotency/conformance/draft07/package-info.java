// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The tests, one class a section of the draft, in its order. */
@NullMarked
package ee.idempotency.conformance.draft07;

import org.jspecify.annotations.NullMarked;
