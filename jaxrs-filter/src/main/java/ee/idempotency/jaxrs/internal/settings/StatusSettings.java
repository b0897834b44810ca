// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import ee.idempotency.settings.SettingsReader;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of which answers are outcomes, besides the defaults: 2xx, 3xx and 4xx are stored; 5xx, 304, 401, 403, 408, 412, 425, 428 and 429
 * give the key back.
 *
 * @param store statuses such as {@code 500}, and classes such as {@code 5xx}, that are stored
 * @param release likewise, those that give the key back
 */
public record StatusSettings(Set<String> store, Set<String> release) {

    /**
     * {@value}: statuses and classes separated by commas, such as {@code 5xx}, default none. More: a failure is final, as
     * Stripe's 500s are, and nothing runs again. Fewer: more retries run.
     */
    public static final String STORE = "idempotency.http.store-statuses";
    /**
     * {@value}: statuses and classes separated by commas, such as {@code 404,409}, default none. More: a retry after such an
     * answer runs. Fewer: more retries are answered from the store.
     */
    public static final String RELEASE = "idempotency.http.release-statuses";

    /** What a status or class looks like. */
    public static final String PATTERN = "[2-5](\\d\\d|xx)";

    /** What must be said of those that do not. */
    static final String RULE = "must be statuses such as 404, or classes 2xx to 5xx, separated by commas";

    /** Copies the sets. */
    public StatusSettings {
        store = Set.copyOf(store);
        release = Set.copyOf(release);
    }

    static StatusSettings read(SettingsReader reader) {
        Set<String> store = reader.texts(STORE, Set.of(), PATTERN, RULE);
        Set<String> release = reader.texts(RELEASE, Set.of(), PATTERN, RULE);
        Set<String> both = new TreeSet<>(store);
        both.retainAll(release);
        if (!both.isEmpty()) {
            reader.problem(STORE + " and " + RELEASE + ": " + String.join(", ", both) + " cannot be in both");
            store = Set.of();
        }
        return new StatusSettings(store, release);
    }
}
