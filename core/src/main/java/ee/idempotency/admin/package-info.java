// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What operators look at and change: {@link ee.idempotency.admin.IdempotencyAdmin}.
 *
 * <p>Look first, then change the version that was shown:
 *
 * <pre>{@code
 * admin.find(filter, Optional.empty(), 50);
 * admin.inspect(recordKey);
 * admin.release(recordKey, version, new ChangeNote(who, why));
 * }</pre>
 */
@NullMarked
package ee.idempotency.admin;

import org.jspecify.annotations.NullMarked;
