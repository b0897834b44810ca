// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a store bean has {@link IdempotencyStore#transactional()}. It stands on the bean's class, or on the
 * producer method or field. A deployment is checked before any bean can be asked, so a store without it is refused
 * wherever a mode needs a transaction; a store that declares it and has no such verbs is refused at its first use.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface JoinsTransactions {}
