// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What can only be done around JAX-RS. Form bodies are made readable twice: some servers read {@code @FormParam} from
 * the servlet request's stream, some from its parameters, and reading one empties the other. Answers through the servlet
 * response are noted. And claims of requests that JAX-RS left without an answer are given back.
 */
@NullMarked
package ee.idempotency.jaxrs.internal.servlet;

import org.jspecify.annotations.NullMarked;
