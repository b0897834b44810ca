// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal;

import java.util.regex.Pattern;

/**
 * How the effects of requests can be counted.
 *
 * @param path a GET of it lists at least the latest effects
 * @param match a regular expression that finds one effect of the request with the number in place of
 *     {@value Endpoint#PLACEHOLDER}
 */
public record EffectList(String path, String match) {

    /** How often the list shows the effect of a number. */
    public long count(String list, long number) {
        String expression = match.replace(Endpoint.PLACEHOLDER, Long.toString(number));
        return Pattern.compile(expression).matcher(list).results().count();
    }
}
