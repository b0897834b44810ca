// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Where a key comes from; not for use by other modules. */
@NullMarked
package ee.idempotency.client.internal;

import org.jspecify.annotations.NullMarked;
