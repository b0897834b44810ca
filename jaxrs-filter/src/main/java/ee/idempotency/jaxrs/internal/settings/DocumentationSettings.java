// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.settings.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Settings of what is published.
 *
 * @param policy whether {@link ee.idempotency.jaxrs.PolicyResource} answers
 * @param uri the absolute URI under which problems are described, or null for the {@link ee.idempotency.jaxrs.PolicyResource}
 */
public record DocumentationSettings(
        boolean policy, @Nullable String uri) {

    /** The path, within an application, of the page that publishes its policy. */
    public static final String POLICY_PATH = "idempotency-policy";

    /**
     * {@value}: {@code true} (default) or {@code false}. On: every JAX-RS application has a page {@code idempotency-policy}.
     * Off: it answers 404, and what it says has to be published elsewhere.
     */
    public static final String POLICY = "idempotency.http.policy";
    /**
     * {@value}: an absolute URI; by default the {@code idempotency-policy} of the application, or {@code
     * urn:idempotency-ee:problem} where that is off. The code of a problem is appended to it, after a {@code #} unless it
     * ends with {@code # / : =}. A page of yours: developers of clients find what to do in your words. The default: nothing
     * to host.
     */
    public static final String URI = "idempotency.http.documentation";

    private static final String ABSOLUTE_URI = "[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-~]+";
    private static final String URN = "urn:idempotency-ee:problem";

    static DocumentationSettings read(SettingsReader reader) {
        boolean policy = reader.flag(POLICY, true);
        String uri = reader.text(URI, policy ? "" : URN, ABSOLUTE_URI, "must be an absolute URI");
        return new DocumentationSettings(policy, uri.isEmpty() ? null : uri);
    }
}
