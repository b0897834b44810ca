// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import ee.idempotency.tck.Requirement;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example, as a client sees it, on the server and database of this run. Of A14 this is Jakarta EE 11, not Quarkus. */
@Requirement("A14")
@RunAsClient
@Order(ServerContainer.SHARED)
@Tag("every-server")
@ExtendWith(ArquillianExtension.class)
class ChargesIT extends ChargesContract {

    @ArquillianResource
    URL url;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @Override
    Http http() {
        return new Http(URI.create(url.toString()));
    }
}
