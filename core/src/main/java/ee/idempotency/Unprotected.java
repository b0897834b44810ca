// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves resource methods out of {@code idempotency.http.protect=all}: the one that carries it, or all methods of the class that
 * does. For methods that are safe to repeat or refuse repeats by themselves. It is not inherited. A method that also has {@link
 * IdempotentOperation}, on itself or on its class, is protected.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Unprotected {}
