// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.published;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class PublishedOperationTest {

    /** Lists its classes, as applications do that share a WAR. */
    @ApplicationPath("/v1/")
    public static class Listing extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Listing.class);
        }
    }

    @Test
    @Requirement("H20")
    void theApplicationsPathIsKnownAlsoWhereJerseyWrapsIt() {
        assertThat(PublishedOperation.pathOf(new Listing())).isEqualTo("v1");
        assertThat(PublishedOperation.pathOf(ResourceConfig.forApplication(new Listing())))
                .isEqualTo("v1");
        assertThat(PublishedOperation.pathOf(new Application())).isNull();
        assertThat(PublishedOperation.pathOf(null)).isNull();
    }
}
