// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Encrypts stored outcomes: one optional jar. Keys come from a setting, or from a bean:
 *
 * <pre>{@code
 * @ApplicationScoped
 * class VaultKeys implements EncryptionKeys {
 *     public List<EncryptionKey> of(String tenant) {
 *         return vault.transitKeys(tenant); // the current one first
 *     }
 * }
 * }</pre>
 */
@NullMarked
package ee.idempotency.encryption;

import org.jspecify.annotations.NullMarked;
