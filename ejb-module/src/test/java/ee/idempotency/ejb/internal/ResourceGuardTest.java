// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.InternalErrorException;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.CallScope;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A resource method runs only if the filter has looked at its request. */
@Requirement("A9")
@Requirement("H20")
class ResourceGuardTest {

    @Path("/orders")
    @IdempotentOperation
    public static class Orders {

        @POST
        public String create(String body) {
            return body;
        }

        @GET
        public String get() {
            return "";
        }

        @Path("sub")
        public Orders sub() {
            return this;
        }
    }

    private record Scope(boolean isAdmitted) implements CallScope {

        @Override
        public Optional<ActiveClaim> claim() {
            return Optional.empty();
        }

        @Override
        public void hold(ActiveClaim claim) {
            throw new UnsupportedOperationException("holds nothing");
        }

        @Override
        public void admit() {
            throw new UnsupportedOperationException("is what it is");
        }

        @Override
        public void answered(boolean replayed) {
            throw new UnsupportedOperationException("holds nothing");
        }

        @Override
        public boolean isReplayed() {
            return false;
        }
    }

    @Test
    void refusesACallThatNoFilterHasSeen() {
        ProtectedMethod create = method("create");
        assertThat(create.isForFilter()).isTrue();
        assertThatThrownBy(() -> create.checkAdmitted(new Scope(false)))
                .isInstanceOf(InternalErrorException.class)
                .hasMessageContaining("Orders.create: it is called, but no filter has looked at the request")
                .hasMessageContaining("IdempotencyFeature");
        create.checkAdmitted(new Scope(true));
    }

    @Test
    void letsSafeMethodsThrough() {
        method("get").checkAdmitted(new Scope(false));
    }

    private static ProtectedMethod method(String name) {
        EngineSettings settings = EngineSettings.read(new SettingsReader(any -> null));
        return new OperationReader(Orders.class)
                .methods().stream()
                        .filter(method -> method.method().getName().equals(name))
                        .map(method -> ProtectedMethod.of(method, settings))
                        .findFirst()
                        .orElseThrow();
    }
}
