// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.filter;

import ee.idempotency.jaxrs.internal.message.HeaderRules;
import ee.idempotency.jaxrs.internal.response.Exchange;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** The filter of one resource method: what its way in has made an {@link Exchange} of gets the answer. Thread-safe. */
abstract class ExchangeFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private final HeaderRules rules;

    ExchangeFilter(HeaderRules rules) {
        this.rules = rules;
    }

    HeaderRules rules() {
        return rules;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Exchange.PROPERTY) instanceof Exchange exchange) {
            exchange.respond(request, response, rules);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getProperty(Exchange.PROPERTY) instanceof Exchange exchange) {
            exchange.write(context, rules);
        } else {
            context.proceed();
        }
    }
}
