// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

/**
 * A servlet request with a form that can be kept: until then it is the server's own. In a property of the
 * request, because servers keep the servlet request's attributes there.
 */
public interface KeptForm {

    /** The property of the request. */
    String PROPERTY = "ee.idempotency.jaxrs.form";

    /** From now on the form can be read as a stream, again and again, and as parameters, in any order. */
    void keep();
}
