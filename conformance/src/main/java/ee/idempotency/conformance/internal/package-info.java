// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What is measured, and how a rule says what it found; not for use by those who run the kit. */
@NullMarked
package ee.idempotency.conformance.internal;

import org.jspecify.annotations.NullMarked;
