// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of single operations are known by the names of operations over HTTP, and by no others. */
@Requirement("O8")
class OperationSettingsTest {

    /** Over HTTP. */
    @Path("/charges")
    public static class Charges {

        @POST
        @IdempotentOperation(name = "create-charge")
        public String create(String body) {
            return body;
        }

        @POST
        @Path("refund")
        @IdempotentOperation
        public String refund(String body) {
            return body;
        }
    }

    /** Inside. */
    public static class Letters {

        @IdempotentOperation(name = "send-letter")
        public void send(@IdempotencyKeyPart String id) {}
    }

    private static String refused(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of("idempotency.store", "memory"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("idempotency.operation." + settings[i], settings[i + 1]);
        }
        Throwable problems = catchThrowable(
                () -> Application.deploy(all, Charges.class, Letters.class).close());
        return problems.toString();
    }

    @Test
    void oneThatNoOperationHasIsUnknown() {
        assertThat(refused("\"create-charg\".shadow", "true"))
                .contains("idempotency.operation.\"create-charg\".shadow: there is no such setting; the nearest are"
                        + " idempotency.operation.\"create-charge\".shadow,");
    }

    @Test
    void oneThatIsNeitherTrueNorFalseStopsTheDeploymentWithAllOthers() {
        assertThat(refused("\"create-charge\".shadow", "maybe", "\"send-letter\".shadow", "true", "create.shadow", "1"))
                .contains(
                        "idempotency.operation.\"create-charge\".shadow = maybe: must be true or false",
                        "idempotency.operation.\"send-letter\".shadow: shadow mode is for requests over HTTP, and "
                                + Letters.class.getName() + ".send is the method of a bean",
                        "idempotency.operation.create.shadow: there is no such setting");
    }

    @Test
    @Requirement("H23")
    void aPlaceOfTheKeyThatCannotBeReadStopsTheDeploymentWithAllOthers() {
        assertThat(refused(
                        "\"create-charge\".key-header",
                        "X Key",
                        "\"create-charge\".key-pointer",
                        "id",
                        "\"send-letter\".key-pointer",
                        "/id"))
                .contains(
                        "create-charge\".key-header and idempotency.operation.\"create-charge\".key-pointer: a key is in one"
                                + " place",
                        "idempotency.operation.\"create-charge\".key-header: \"X Key\" is no header name",
                        "idempotency.operation.\"create-charge\".key-pointer: \"id\" is not a JSON pointer",
                        "idempotency.operation.\"send-letter\".key-pointer: a pointer into a body is for requests over HTTP");
        assertThat(refused("\"create-charge\".key-header", "Authorization", "create.shadow", "1"))
                .contains("\"Authorization\" carries a secret");
        assertThat(refused("\"create-charge\".key-header", "webhook-id", "create.shadow", "1"))
                .doesNotContain("key-header:", "key-header =");
    }

    @Test
    void oneOfAnOperationOverHttpIsKnown() {
        assertThat(refused("\"create-charge\".shadow", "true", "create.shadow", "true"))
                .contains("idempotency.operation.create.shadow: there is no such setting")
                .doesNotContain("create-charge\".shadow:", "create-charge\".shadow =");
    }
}
