// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ee.idempotency.tck.Requirement;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page at the root of the example. */
@RunAsClient
@Order(ServerContainer.SHARED)
@Tag("every-server")
@ExtendWith(ArquillianExtension.class)
class PageIT {

    @ArquillianResource
    URL url;

    @Deployment
    static WebArchive exampleWithTests() {
        return Wars.withTests();
    }

    @ParameterizedTest
    @CsvSource({"'', text/html", "page.css, text/css", "page.js, text/javascript"})
    void isServedWithAPolicyThatLetsNothingElseIn(String file, String type) {
        HttpResponse<byte[]> answer = new Http(URI.create(url.toString())).get(file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }

    /** What a person sees who presses its buttons from left to right. */
    @Test
    @Requirement("H2")
    void showsOneChargeWithAKeyAndThreeWithout() throws Exception {
        assumeTrue(Chromium.isThere(), "Chromium is not there: the page is not looked at");
        String page = browse(url + "#play");
        assertThat(page).contains("data-played=\"true\"");
        assertThat(page.substring(page.indexOf("id=\"with\""), page.indexOf("id=\"without\"")))
                .contains("Charged once", "Idempotency-Replayed: true", "422:");
        assertThat(page.substring(page.indexOf("id=\"without\""))).contains("Charged 3 times");
    }

    private static String browse(String page) throws Exception {
        Path directory = Chromium.newDirectory();
        File shown = directory.resolve("page.html").toFile();
        Process browser = Chromium.command(directory, "--virtual-time-budget=20000", "--dump-dom", page)
                .redirectOutput(shown)
                .redirectError(directory.resolve("browser.log").toFile())
                .start();
        try {
            assertThat(browser.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly().waitFor();
        }
        return Files.readString(shown.toPath());
    }
}
