// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The compile-time check: an annotation processor that reports what would stop the deployment, and what nothing else would
 * report, at its line of the source.
 *
 * <pre>{@code
 * javac -processorpath idempotency-processor.jar:idempotency-core.jar -Aidempotency.unnamed=off ...
 * }</pre>
 */
@NullMarked
package ee.idempotency.processor;

import org.jspecify.annotations.NullMarked;
