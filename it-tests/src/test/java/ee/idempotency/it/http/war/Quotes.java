// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /quotes/{key}}: a bean whose results are stored as JSON. */
@Path("/quotes/{key}")
@Produces("text/plain")
public class Quotes {

    @Inject
    Desk desk;

    /** What the bean returns, and of which classes it is. */
    @POST
    public String quote(@PathParam("key") String key) {
        Quote quote = desk.quote(key);
        return quote.id + " " + quote.amount + " " + quote.count + " " + classOf(quote.any) + " "
                + quote.lines.stream().map(Quotes::classOf).toList();
    }

    private static String classOf(Object value) {
        return value == null
                ? "null"
                : value instanceof Map ? "a map" : value.getClass().getName();
    }

    /** Quotes once a key. */
    @ApplicationScoped
    public static class Desk {

        /** A new one. */
        @IdempotentOperation(name = "quote")
        public Quote quote(@IdempotencyKeyPart String key) {
            Quote quote = new Quote();
            quote.id = UUID.randomUUID().toString();
            return quote;
        }
    }

    /** With members that any JSON fits into. */
    public static class Quote {

        /** Random. */
        public String id;
        /** A number of any size. */
        public BigDecimal amount = BigDecimal.ONE;
        /** A number of a limited size. */
        public long count = 1;
        /** Of no declared type. */
        public Object any;
        /** Of no declared types. */
        public List<Object> lines = List.of();
    }
}
