// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What the kit found, rule by rule. */
@NullMarked
package ee.idempotency.conformance.report;

import org.jspecify.annotations.NullMarked;
