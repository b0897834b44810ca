// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

/** Who calls a protected method, and so where its key comes from and what its outcome is. */
public enum OperationKind {

    /** A method of a CDI bean or EJB: the key is in its parameters, the outcome is its result. */
    BEAN_METHOD,

    /** A JAX-RS resource method: the key is in the request, the outcome is the HTTP response. */
    RESOURCE_METHOD,

    /** An EJB timer's method: its key is in its parameter or constant, and nobody receives its result. */
    TIMER
}
