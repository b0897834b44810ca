// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is protected, under which name, and what is wrong with it: the one reader of {@link
 * ee.idempotency.IdempotentOperation}, for every adapter. Plain reflection; annotations of Jakarta EE are known by name.
 */
@NullMarked
package ee.idempotency.operation;

import org.jspecify.annotations.NullMarked;
