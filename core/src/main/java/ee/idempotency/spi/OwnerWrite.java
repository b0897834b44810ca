// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

/** What became of a write that only the owner may do. */
public enum OwnerWrite {

    /** The write was done. */
    APPLIED,

    /** The caller does not own the claim: it was taken over, settled or removed. Nothing was changed. */
    NOT_OWNER
}
