// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.KeyPolicy;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms of pages, which carry their key in a hidden field. */
@Requirement("O2")
class IssuedKeyFormsTest {

    private static final Map<String, String> SETTINGS =
            Map.of("idempotency.issued.keys", "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=");

    private final Orders orders = new Orders();
    private final TestServer server = TestServer.with(SETTINGS, orders);

    /** Answers as a page does: see other. */
    @Path("/orders")
    public static class Orders {

        final AtomicInteger runs = new AtomicInteger();

        @POST
        @Path("issued")
        @IdempotentOperation(name = "order", keyPolicy = KeyPolicy.ISSUED)
        public Response issued(@FormParam("item") String item) {
            return Response.seeOther(URI.create("orders/" + item + "/" + runs.incrementAndGet()))
                    .build();
        }

        @POST
        @Path("own")
        @IdempotentOperation(name = "own")
        public Response own(@FormParam("item") String item) {
            return issued(item);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String issue() {
        return server.raw("POST", "/idempotency-keys?operation=order", new byte[0])
                .json()
                .getString("key");
    }

    private Answer submit(String path, String form, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
        return server.raw("POST", "/orders/" + path, form.getBytes(StandardCharsets.UTF_8), all);
    }

    @Test
    void formThatIsSubmittedTwiceRunsOnceAndLandsOnOnePage() {
        String form = "item=book&_idempotency_key=" + issue();

        Answer first = submit("issued", form);
        Answer second = submit("issued", form);

        assertThat(first.status()).isEqualTo(303);
        assertThat(first.header("Location")).endsWith("orders/book/1");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(orders.runs).hasValue(1);
    }

    @Test
    void nameAndValueMayBeEscaped() {
        String form = "item=book&%5fidempotency_key=" + issue().replace(".", "%2E");

        assertThat(submit("issued", form).status()).isEqualTo(303);
        assertThat(submit("issued", form).header("Location")).endsWith("orders/book/1");
    }

    @Test
    void otherContentsUnderTheSameFieldAreRefused() {
        String key = issue();
        submit("issued", "item=book&_idempotency_key=" + key);

        assertThat(submit("issued", "item=pen&_idempotency_key=" + key).status())
                .isEqualTo(422);
        assertThat(orders.runs).hasValue(1);
    }

    @Test
    void fieldThatIsNoKeyIsRefused() {
        String key = issue();
        assertCode(submit("issued", "item=book"), "key-missing");
        assertCode(submit("issued", "item=book&_idempotency_key="), "key-invalid");
        assertCode(submit("issued", "item=book&_idempotency_key"), "key-invalid");
        assertCode(submit("issued", "_idempotency_key=" + key + "&_idempotency_key=" + key), "key-invalid");
        assertCode(submit("issued", "item=book&_idempotency_key=%zz"), "key-invalid");
        assertCode(submit("issued", "item=book&_idempotency_key=of-the-client"), "key-invalid");
        assertThat(server.store.claims).isEmpty();
        assertThat(orders.runs).hasValue(0);
    }

    /** A field could be the application's own: only operations whose keys are issued have it. */
    @Test
    void otherOperationsHaveNoField() {
        assertCode(submit("own", "item=book&_idempotency_key=" + issue()), "key-missing");
    }

    @Test
    void headerComesFirst() {
        String header = issue();
        submit("issued", "item=book", "Idempotency-Key: \"" + header + "\"");

        assertThat(server.record("order", header)).isPresent();
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void outsideARequestNoKeyIsIssued() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IssuedKeys().issue("order"))
                .withMessageContaining("the caller of an HTTP request");
    }
}
