// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** An application that goes into a WAR: the same resource in shadow mode and without protection, and one with defects. */
@NullMarked
package ee.idempotency.it.http.shadow;

import org.jspecify.annotations.NullMarked;
