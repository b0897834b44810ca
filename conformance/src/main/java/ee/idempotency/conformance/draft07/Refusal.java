// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.NotMeasured;
import ee.idempotency.conformance.http.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An error answer of section 2.7.
 *
 * @param answer what the target answered
 */
record Refusal(Answer answer) {

    private static final String PROBLEM = "application/problem+json";
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>([^<>]*+)");

    /** @throws NotMeasured if the target did not refuse */
    static Refusal of(Answer answer) {
        if (answer.status() < 400 || answer.status() > 499) {
            throw new NotMeasured("needs a client error; the answer was " + answer);
        }
        return new Refusal(answer);
    }

    void assertStatus(int status) {
        assertThat(answer.status()).as("the status of %s", answer).isEqualTo(status);
    }

    /**
     * A link in the body, the {@code type} of a problem or a {@code Link} header with {@code rel=describedby}, that somebody
     * can follow: a URN is none.
     */
    void assertLinksToDocumentation() {
        assertThat(links()).as("links to documentation in %s", answer).isNotEmpty();
    }

    /** A problem (RFC 9457), or a link to what describes it. */
    void assertDescribesTheProblem() {
        boolean described = answer.mediaType().equals(PROBLEM) && answer.json().isPresent();
        assertThat(described || !links().isEmpty())
                .as("a problem or a link in %s", answer)
                .isTrue();
    }

    /** As in the draft's examples: problem, title, language. */
    void assertLooksLikeTheExample(String title) {
        assertThat(answer.mediaType()).as("the media type of %s", answer).isEqualTo(PROBLEM);
        assertThat(answer.json().map(members -> members.get("title")).orElse("none"))
                .as("the title of %s", answer)
                .isEqualTo(title);
        assertThat(answer.headers("Content-Language"))
                .as("Content-Language of %s", answer)
                .isNotEmpty();
    }

    /** If it says it is a problem it is one: a JSON object, and what RFC 9457, section 3.1, defines has its type. */
    void assertIsAProblemIfItSaysSo() {
        if (!answer.mediaType().equals(PROBLEM)) {
            return;
        }
        assertThat(answer.json()).as("a JSON object in %s", answer).isPresent();
        answer.json().orElseThrow().forEach((name, value) -> {
            if (List.of("type", "title", "detail", "instance").contains(name)) {
                assertThat(value).as("%s of %s", name, answer).isInstanceOf(String.class);
            }
            if (name.equals("status")) {
                assertThat(value).as("status of %s", answer).isEqualTo(Integer.toString(answer.status()));
            }
        });
    }

    private List<URI> links() {
        List<String> found = new ArrayList<>();
        for (String value : answer.headers("Link")) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (isDescribedBy(link.group(2))) {
                    found.add(link.group(1));
                }
            }
        }
        answer.json().map(members -> members.get("type")).ifPresent(type -> found.add(String.valueOf(type)));
        Matcher inBody = Pattern.compile("https?://[^\\s\"'<>]+").matcher(answer.text());
        while (inBody.find()) {
            found.add(inBody.group());
        }
        return found.stream()
                .filter(link -> link.matches("(?i)https?://\\S+|/\\S*"))
                .map(URI::create)
                .toList();
    }

    /** Whether the parameters behind a link (RFC 8288) say {@code rel=describedby}, perhaps with other relations. */
    private static boolean isDescribedBy(String parameters) {
        return Stream.of(parameters.replaceAll("\\s*=\\s*", "=").split("[;,]"))
                .map(String::strip)
                .filter(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("rel="))
                .flatMap(parameter ->
                        Stream.of(parameter.substring(4).replace("\"", "").split("\\s+")))
                .anyMatch("describedby"::equalsIgnoreCase);
    }
}
