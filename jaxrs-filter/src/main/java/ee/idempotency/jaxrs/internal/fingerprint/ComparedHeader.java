// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

/**
 * A request header that is compared.
 *
 * @param name in lower case
 * @param value all its lines, in one spelling
 */
public record ComparedHeader(String name, String value) {}
