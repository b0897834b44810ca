// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.Retained;
import ee.idempotency.engine.OperationOptions;

/**
 * An operation as it is announced.
 *
 * @param name its stable name, part of every stored key
 * @param where its class and method
 * @param kind who calls it
 * @param isShared whether another method may have its name
 * @param key where its key comes from, in words
 * @param options how it is protected
 */
public record Operation(
        String name, String where, OperationKind kind, boolean isShared, String key, OperationOptions options) {

    boolean isOfSameMethod(Operation other) {
        return where.equals(other.where);
    }

    /** One line: name, place, mode, key, lease and retention. */
    public String announcement() {
        boolean joins = kind != OperationKind.RESOURCE_METHOD && !options.modeChosen();
        return name + " (" + where + "), " + options.mode()
                + (joins ? " or, inside an open transaction, JOINED, " : ", ") + key + ", lease " + options.lease()
                + ", retention " + options.retention()
                + (options.retained() == Retained.WHOLE ? "" : ", retained " + options.retained());
    }
}
