// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is protected, under which name, and what is wrong with it: the one reader of {@link
 * ee.idempotency.IdempotentOperation}, for every adapter. Plain reflection; annotations of Jakarta EE are known by name.
 *
 * <p>An adapter reads a class, and refuses it with all that is wrong:
 *
 * <pre>{@code
 * for (AnnotatedMethod method : new OperationReader(type).methods()) {
 *     MethodChecks.check(method, defaults, storeJoins).forEach(problems::add);
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.operation;

import org.jspecify.annotations.NullMarked;
