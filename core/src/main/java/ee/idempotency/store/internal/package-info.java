// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What stores that decide in Java have in common: the record, and its form in bytes. */
@NullMarked
package ee.idempotency.store.internal;

import org.jspecify.annotations.NullMarked;
