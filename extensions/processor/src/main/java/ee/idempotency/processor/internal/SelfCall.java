// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import org.jspecify.annotations.Nullable;

/**
 * A call of a method on the object that calls, or a reference to one.
 *
 * @param place where
 * @param type the binary name of the object's class, as far as the source says it
 * @param caller the method that calls; null in an initializer
 * @param called the method, as it is declared
 * @param viaSuper whether it is called as the parent's
 */
record SelfCall(Place place, String type, @Nullable MethodName caller, MethodName called, boolean viaSuper) {}
