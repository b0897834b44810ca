// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.SignatureRefusedException;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import ee.idempotency.webhooks.SignedWebhook;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings to checks: which requests pass, and what stops the deployment. */
@Requirement("O13")
class WebhookVerifierTest {

    private static final Map<String, String> GITHUB = Map.of(
            "idempotency.webhooks", "code",
            "idempotency.webhook.code.scheme", "github",
            "idempotency.webhook.code.secret", "It's a Secret to Everybody",
            "idempotency.webhook.code.previous-secret", "older");

    private static final Signed HELLO = new Signed(
            "Hello, World!",
            "X-Hub-Signature-256: sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");

    /** Receives. */
    static class Hooks {

        @SignedWebhook("code")
        public void signed() {}

        @SignedWebhook("nobody")
        public void unknown() {}

        public void open() {}
    }

    /** Inherits. */
    static class Inheriting extends Hooks {

        @Override
        public void signed() {}
    }

    private static WebhookVerifier verifier(Map<String, String> settings) {
        SettingsReader reader = new SettingsReader(settings::get);
        WebhookSettings read = WebhookSettings.read(reader);
        reader.finish();
        WebhookVerifier verifier = new WebhookVerifier();
        verifier.start(read, InstantSource.fixed(Instant.EPOCH));
        return verifier;
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return type.getDeclaredMethod(name);
    }

    private static List<String> problems(Map<String, String> base, String... changes) {
        Map<String, String> settings = new HashMap<>(base);
        for (int i = 0; i < changes.length; i += 2) {
            settings.put("idempotency.webhook" + changes[i], changes[i + 1]);
        }
        SettingsReader reader = new SettingsReader(settings::get);
        WebhookSettings.read(reader);
        return reader.problems();
    }

    @Test
    void verifiesByTheSecretOfTheSender() throws Exception {
        var check = verifier(GITHUB)
                .checkOf(Inheriting.class, method(Inheriting.class, "signed"))
                .orElseThrow();

        assertThatCode(() -> check.verify(HELLO)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.verify(HELLO.withBody("Hello, World")))
                .isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void thePreviousSecretIsAcceptedToo() throws Exception {
        Map<String, String> rotated = new HashMap<>(GITHUB);
        rotated.put("idempotency.webhook.code.secret", "new");
        rotated.put("idempotency.webhook.code.previous-secret", "It's a Secret to Everybody");

        var check = verifier(rotated)
                .checkOf(Hooks.class, method(Hooks.class, "signed"))
                .orElseThrow();
        assertThatCode(() -> check.verify(HELLO)).doesNotThrowAnyException();
    }

    @Test
    void methodsWithoutTheAnnotationAreNotVerified() throws Exception {
        assertThat(verifier(GITHUB).checkOf(Hooks.class, method(Hooks.class, "open")))
                .isEmpty();
    }

    @Test
    void anUnknownSenderIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verifier(GITHUB).checkOf(Hooks.class, method(Hooks.class, "unknown")))
                .withMessageContaining("\"nobody\"")
                .withMessageContaining("idempotency.webhooks has code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aMissingSecretIsAProblem(String secret) {
        assertThat(problems(GITHUB, ".code.secret", secret))
                .singleElement()
                .asString()
                .contains("idempotency.webhook.code.secret is not set");
    }

    @Test
    void everythingThatIsWrongIsInOneListAndNoSecretIsShown() {
        assertThat(problems(Map.of(), "s", "a,b,c", ".a.scheme", "strip", ".b.scheme", "standard-webhooks"))
                .hasSize(5)
                .anyMatch(problem ->
                        problem.contains("a.scheme = strip: must be one of github, standard-webhooks, stripe"))
                .anyMatch(problem -> problem.contains("c.scheme is not set"))
                .anyMatch(problem -> problem.contains("b.secret is not set"));
        assertThat(problems(
                        GITHUB,
                        ".code.scheme",
                        "standard-webhooks",
                        ".code.secret",
                        "whsec_not*base64",
                        ".code.previous-secret",
                        "c2hvcnQ=",
                        ".code.tolerance",
                        "PT0S"))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("code.secret: it must be Base64"))
                .anyMatch(problem -> problem.contains("code.previous-secret: it must have at least 24 bytes; it has 5"))
                .anyMatch(problem -> problem.contains("code.tolerance"))
                .noneMatch(problem -> problem.contains("not*base64") || problem.contains("c2hvcnQ"));
        assertThat(problems(GITHUB, ".code.tolerance", "PT1M"))
                .singleElement()
                .asString()
                .contains("no time stamp");
        assertThat(problems(Map.of(), "s", "Bad_Name")).hasSize(1);
        assertThat(problems(Map.of())).isEmpty();
    }

    @Test
    void whatIsReportedOfASenderHasNoSecret() {
        SettingsReader reader = new SettingsReader(GITHUB::get);
        Sender sender = WebhookSettings.read(reader).senders().get("code");

        assertThat(String.valueOf(sender)).isEqualTo("code, as github signs, by 2 secret(s)");
        assertThat(reader.given().toString()).doesNotContain("Everybody", "older");
    }
}
