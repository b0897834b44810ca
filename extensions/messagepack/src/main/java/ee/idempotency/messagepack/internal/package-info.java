// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Results of methods as MessagePack; chosen by {@code idempotency.result-codec}. */
@NullMarked
package ee.idempotency.messagepack.internal;

import org.jspecify.annotations.NullMarked;
