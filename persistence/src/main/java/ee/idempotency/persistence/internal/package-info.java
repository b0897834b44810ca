// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How the durable store works; not for users. */
@NullMarked
package ee.idempotency.persistence.internal;

import org.jspecify.annotations.NullMarked;
