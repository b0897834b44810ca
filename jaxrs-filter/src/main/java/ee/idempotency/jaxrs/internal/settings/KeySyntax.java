// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

/** How the value of the key's header is read. */
public enum KeySyntax {
    /** An sf-string of RFC 9651, or a bare key of visible ASCII; {@code abc} and {@code "abc"} are the same key. */
    LENIENT,
    /** An sf-string of RFC 9651. */
    STRICT,
    /** Visible ASCII as it is: quotes, commas and semicolons belong to the key. */
    RAW
}
