// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** How outcomes are encrypted; not for use by other modules. */
@NullMarked
package ee.idempotency.encryption.internal;

import org.jspecify.annotations.NullMarked;
