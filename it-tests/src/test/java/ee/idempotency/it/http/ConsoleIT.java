// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ee.idempotency.conformance.internal.http.Answer;
import ee.idempotency.it.Chromium;
import ee.idempotency.tck.Requirement;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a browser, on a real server. */
@ExtendWith(OneNode.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("O6")
class ConsoleIT {

    private static final String FIRST = "/idempotency-admin/console/index.html";
    private static final String HOSTILE = "<img/src=x/onerror=taken=1>";
    private static final String REASON = "seen in the list of the gateway " + HOSTILE;

    private final OneNode.Running node;
    private final Wire wire;
    private Browser browser;

    ConsoleIT(OneNode.Running node) {
        this.node = node;
        this.wire = new Wire(node);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens a view with roles; returns once it is shown. */
    private void open(String roles, String view) throws Exception {
        assumeTrue(Chromium.isThere(), "Chromium is not there: the console is not looked at");
        if (browser == null) {
            browser = new Browser();
        }
        String to = node.uri(FIRST).getPath() + "%23" + view;
        browser.open(
                node.uri("/login") + "?roles=" + roles + "&to=" + to,
                "document.documentElement.dataset.shown === '" + view + "'");
    }

    private boolean isTrue(String expression) throws Exception {
        return JsonValue.TRUE.equals(browser.evaluate(expression));
    }

    private String text() throws Exception {
        return browser.evaluate("document.body.innerText").toString();
    }

    /** The hostile key of a settled record. */
    private String hostileKey() throws Exception {
        String key = HOSTILE + UUID.randomUUID();
        Answer answer =
                wire.post("/independent/effect", "work-" + UUID.randomUUID(), "Idempotency-Key: \"" + key + '"');
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return key;
    }

    private void find(String key) throws Exception {
        open("reader.operator", "find");
        browser.evaluate("document.querySelector('input[name=key]').value = '" + key + "'");
        browser.evaluate("document.querySelector('form.find button').click()");
        browser.await("document.querySelector('tbody a')");
        browser.evaluate("document.querySelector('tbody a').click()");
        browser.await("document.querySelector('.line')");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html",
        "console.css, text/css",
        "console.js, text/javascript",
        "verbs.js, text/javascript"
    })
    void aFileIsServedWithAPolicyThatLetsNothingElseIn(String file, String type) throws Exception {
        Answer served = wire.send("GET", "/idempotency-admin/console/" + file, List.of("X-Roles: reader"), "");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.headers("Content-Type").get(0)).startsWith(type);
        assertThat(served.headers("Content-Security-Policy").get(0))
                .startsWith("default-src 'none'; script-src 'self';");
        assertThat(served.headers("Cache-Control")).contains("no-store");
    }

    @Test
    void nothingElseOfTheJarAndNothingForOthersIsServed() throws Exception {
        for (String path :
                List.of("console/none.js", "console/..%2Finternal%2FRights.class", "console/console%2Ejs%00")) {
            Answer none = wire.send("GET", "/idempotency-admin/" + path, List.of("X-Roles: reader"), "");
            assertThat(none.status()).as(path).isBetween(400, 404);
        }
        assertThat(wire.send("GET", FIRST, List.of(), "").status()).isEqualTo(403);
        Answer entrance = wire.send("GET", "/idempotency-admin", List.of("X-Roles: reader"), "");
        assertThat(entrance.status()).isEqualTo(303);
        assertThat(entrance.headers("Location").get(0)).endsWith(FIRST);
    }

    @Test
    void theOverviewShowsOperationsAndSettings() throws Exception {
        hostileKey();
        open("reader", "overview");
        assertThat(text())
                .contains(
                        "The store answers", "POST /independent/effect", "idempotency.admin.reader-role", "read only");
        assertThat(isTrue("document.querySelectorAll('img').length === 0 && !('taken' in window)"))
                .isTrue();
        assertThat(isTrue("document.querySelectorAll('form, main button').length === 0"))
                .as("nothing can be changed by a reader")
                .isTrue();
    }

    /** By the keyboard alone from the reason on; hostile texts in operation and reason are shown as they are. */
    @Test
    void aRecordIsDeletedWithAReasonAndAfterAQuestion() throws Exception {
        String key = hostileKey();
        find(key);
        browser.evaluate("document.querySelector('form.verbs textarea').value = '" + REASON + "'");
        browser.evaluate("document.querySelector('form.verbs button').focus()");
        browser.press("Enter", 13);
        browser.await("document.querySelector('dialog[open]')");
        assertThat(browser.evaluate("document.activeElement.textContent").toString())
                .contains("Cancel");
        browser.press("Enter", 13);
        browser.await("!document.querySelector('dialog')");
        assertThat(wire.rows(key)).as("cancelled").hasSize(1);

        browser.evaluate("document.querySelector('form.verbs button').click()");
        browser.await("document.querySelector('dialog[open]')");
        browser.evaluate("document.querySelector('dialog button.sure').click()");
        browser.await("document.querySelector('h1').textContent === 'Not there any more'");
        assertThat(wire.rows(key)).isEmpty();
        assertThat(text()).contains("Deleted by ops", REASON);
        assertThat(isTrue("document.querySelectorAll('img').length === 0 && !('taken' in window)"))
                .isTrue();
    }

    @Test
    void aRefusedChangeIsSaidAndNothingIsDone() throws Exception {
        String key = hostileKey();
        find(key);
        wire.sql("update idempotency_record set version = version + 1 where idempotency_key = ?", key);
        browser.evaluate("document.querySelector('form.verbs textarea').value = '" + REASON + "'");
        browser.evaluate("document.querySelector('form.verbs button').click()");
        browser.await("document.querySelector('dialog[open]')");
        browser.evaluate("document.querySelector('dialog button.sure').click()");
        browser.await("document.querySelector('#status.problem')");
        assertThat(wire.rows(key)).hasSize(1);
        assertThat(isTrue("document.querySelector('#status').getAttribute('aria-live') === 'polite'"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"overview", "find", "stuck", "unresolved"})
    void everyViewHasItsLandmarksLabelsAndBothColours(String view) throws Exception {
        open("reader.operator", view);
        assertThat(isTrue("['header', 'nav[aria-label]', 'main', 'h1', '[role=status]']"
                        + ".every(each => document.querySelectorAll(each).length === 1)"))
                .isTrue();
        assertThat(isTrue("[...document.querySelectorAll('input, textarea')].every(each => each.labels.length === 1)"))
                .isTrue();
        assertThat(
                        isTrue(
                                "[...document.querySelectorAll('table')].every(each => each.caption && each.querySelector('th[scope=col]'))"))
                .isTrue();
        assertThat(browser.evaluate("document.querySelector('nav [aria-current=page]').hash")
                        .toString())
                .contains(view);
        String colour = "getComputedStyle(document.body).backgroundColor";
        browser.prefer("light");
        JsonValue light = browser.evaluate(colour);
        browser.prefer("dark");
        assertThat(browser.evaluate(colour)).isNotEqualTo(light);
        browser.prefer("light");
    }

    @Test
    void theKeyboardReachesTheContentFirst() throws Exception {
        open("reader", "overview");
        browser.press("Tab", 9);
        assertThat(browser.evaluate("document.activeElement.textContent").toString())
                .contains("Skip to the content");
        browser.press("Enter", 13);
        browser.press("Tab", 9);
        assertThat(isTrue("document.activeElement.closest('main') !== null")).isTrue();
        assertThat(isTrue("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
                .as("the focus is seen")
                .isTrue();
    }
}
