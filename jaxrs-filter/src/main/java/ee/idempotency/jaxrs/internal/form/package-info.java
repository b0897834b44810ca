// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Form bodies that can be read twice. Some servers read {@code @FormParam} from the servlet request's stream, some from
 * its parameters, and whoever reads one empties the other; so requests with a form and a key are wrapped before anybody
 * reads them.
 */
@NullMarked
package ee.idempotency.jaxrs.internal.form;

import org.jspecify.annotations.NullMarked;
