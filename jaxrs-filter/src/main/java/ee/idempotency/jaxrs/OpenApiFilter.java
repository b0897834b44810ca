// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.jaxrs.internal.published.OperationDescription;
import ee.idempotency.jaxrs.internal.published.PublishedOperations;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Adds to the application's OpenAPI document what this library does to protected operations: the key header, the problems
 * 400, 409, 413, 422 and 503, and the headers of replays. What the application itself says of any of them stays.
 *
 * <p>This library's configuration names it as {@code mp.openapi.filter}, below the application's own. An application that
 * names a filter of its own calls this one from it. Without MicroProfile OpenAPI nobody loads it.
 */
public class OpenApiFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        PublishedOperations.all().forEach(operation -> new OperationDescription(operation).addTo(document));
    }
}
