// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.settings.SettingsReader;
import ee.idempotency.webhooks.WebhookScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings of the senders of webhooks.
 *
 * @param senders by name
 */
record WebhookSettings(Map<String, Sender> senders) {

    /**
     * {@value}: names of senders separated by commas, each 1 to 64 characters of {@code a-z 0-9 -}; default none. Each has
     * {@code idempotency.webhook.<name>.scheme}: {@code stripe}, {@code github}, {@code standard-webhooks}, or the name of an
     * own {@link WebhookScheme}; {@code .secret}: what the sender shows as the secret of the webhook; {@code .previous-secret},
     * default none: accepted too, while one replaces another; {@code .tolerance}: ISO-8601 duration, default PT5M, PT1S to P1D,
     * for schemes with a time stamp. Longer: deliveries through slow queues pass, and so do captured ones. Shorter: clocks
     * must agree better.
     */
    static final String SENDERS = "idempotency.webhooks";

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** Copies the map. */
    WebhookSettings {
        senders = Map.copyOf(senders);
    }

    /** Reads the settings; what is wrong is collected by {@code reader}, and its sender left out. */
    static WebhookSettings read(SettingsReader reader) {
        Set<String> names = new TreeSet<>(reader.texts(
                SENDERS,
                Set.of(),
                "[a-z0-9-]{1,64}",
                "must be names of senders, each 1 to 64 characters of a-z 0-9 -, separated by commas"));
        Map<String, WebhookScheme> schemes = schemes();
        Map<String, Sender> senders = new TreeMap<>();
        for (String name : names) {
            sender(reader, name, schemes).ifPresent(sender -> senders.put(name, sender));
        }
        return new WebhookSettings(senders);
    }

    private static Map<String, WebhookScheme> schemes() {
        Map<String, WebhookScheme> schemes = new TreeMap<>();
        List<WebhookScheme> all =
                new ArrayList<>(List.of(new StripeScheme(), new GitHubScheme(), new StandardScheme()));
        ServiceLoader.load(WebhookScheme.class).forEach(all::add);
        all.forEach(scheme -> schemes.put(scheme.name(), scheme));
        return schemes;
    }

    private static Optional<Sender> sender(SettingsReader reader, String name, Map<String, WebhookScheme> schemes) {
        String prefix = "idempotency.webhook." + name;
        String schemeName = reader.text(prefix + ".scheme", "", "(?s).*", "");
        WebhookScheme scheme = schemes.get(schemeName);
        if (scheme == null) {
            reader.problem(prefix + ".scheme"
                    + (schemeName.isEmpty() ? " is not set" : " = " + SettingsReader.shown(schemeName))
                    + ": must be one of " + String.join(", ", schemes.keySet()));
        }
        String secret = reader.secret(prefix + ".secret");
        if (secret.isBlank()) {
            reader.problem(prefix + ".secret is not set: set the secret that the sender shows for the webhook");
        }
        String previous = reader.secret(prefix + ".previous-secret");
        String toleranceName = prefix + ".tolerance";
        Duration tolerance = reader.duration(toleranceName, FIVE_MINUTES, Duration.ofSeconds(1), Duration.ofDays(1));
        if (scheme != null && !scheme.hasTimestamp() && reader.isSet(toleranceName)) {
            reader.problem(toleranceName + ": signatures of the scheme " + schemeName
                    + " have no time stamp; remove the setting");
        }
        List<byte[]> secrets = new ArrayList<>();
        if (scheme != null) {
            addSecret(reader, prefix + ".secret", secret, scheme, secrets);
            addSecret(reader, prefix + ".previous-secret", previous, scheme, secrets);
        }
        return scheme == null || secrets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sender(name, scheme, secrets, tolerance));
    }

    private static void addSecret(
            SettingsReader reader, String name, String text, WebhookScheme scheme, List<byte[]> secrets) {
        if (!text.isBlank()) {
            try {
                secrets.add(scheme.secretOf(text.strip()));
            } catch (IllegalArgumentException wrong) {
                reader.problem(name + ": " + wrong.getMessage());
            }
        }
    }
}
