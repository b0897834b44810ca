// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.client.shop;

import ee.idempotency.client.AnswerMapper;
import ee.idempotency.client.IdempotencyKeyFilter;
import ee.idempotency.client.RetryableAnswerException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What the application calls. WildFly has no Fault Tolerance, and does not see its annotations. */
@Path("/pay")
@Consumes("text/plain")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(IdempotencyKeyFilter.class)
@RegisterProvider(AnswerMapper.class)
public interface Gateway {

    @POST
    @Path("/{order}")
    @Retry(maxRetries = 3, delay = 0, retryOn = RetryableAnswerException.class)
    String pay(@PathParam("order") String order, String body);

    @POST
    @Path("/{order}")
    @Retry(maxRetries = 3, delay = 0, retryOn = RetryableAnswerException.class)
    String payWith(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("order") String order, String body);
}
