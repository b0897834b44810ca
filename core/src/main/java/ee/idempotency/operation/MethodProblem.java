// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

/**
 * What is wrong with a protected method. Immutable.
 *
 * @param rule the rule that it breaks
 * @param text a sentence that says how to correct it, without the method's name
 */
public record MethodProblem(MethodRule rule, String text) {}
