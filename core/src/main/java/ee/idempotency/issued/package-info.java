// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Keys that the server issues: signed, for one caller and one operation, and for a while. */
@NullMarked
package ee.idempotency.issued;

import org.jspecify.annotations.NullMarked;
