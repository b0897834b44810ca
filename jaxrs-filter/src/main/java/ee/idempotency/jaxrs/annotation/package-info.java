// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What an operation says of itself over HTTP, in place of the settings.
 *
 * <p>What is compared, and which answers are kept:
 *
 * <pre>{@code
 * @POST
 * @IdempotentOperation(name = "charge")
 * @RequestFingerprint(exclude = "/sentAt")
 * @FailurePolicy(store = "500", release = {"404", "409"})
 * public Receipt charge(Charge charge) { ... }
 * }</pre>
 */
@NullMarked
package ee.idempotency.jaxrs.annotation;

import org.jspecify.annotations.NullMarked;
