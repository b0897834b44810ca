// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.http.Answer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private static final List<String> TEXTS = List.of("type", "title", "detail", "instance");
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>([^<>]*+)");
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>]+");

    /** The refusals that have none of the draft's statuses. */
    static List<Answer> withOtherStatus(Scenarios scenarios) {
        return scenarios.refusals().stream()
                .filter(answer -> !List.of(400, 409, 422).contains(answer.status()))
                .toList();
    }

    /** What is wrong with a problem; empty if all can be read. */
    static Optional<String> faultOfProblems(Scenarios scenarios) {
        return scenarios.refusals().stream()
                .map(answer -> new Refusal(answer).faultOfProblem())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** If it says it is a problem it is one: a JSON object, and what RFC 9457, section 3.1, defines has its type. */
    private Optional<String> faultOfProblem() {
        if (!answer.mediaType().equals(PROBLEM)) {
            return Optional.empty();
        }
        Optional<JsonObject> problem = answer.json();
        if (problem.isEmpty()) {
            return Optional.of("A problem is no JSON object: " + answer);
        }
        return problem.get().entrySet().stream()
                .filter(member -> !isOfItsType(member))
                .map(member -> "The member " + member.getKey() + " of a problem has a wrong value: " + answer)
                .findFirst();
    }

    private boolean isOfItsType(Map.Entry<String, JsonValue> member) {
        if (TEXTS.contains(member.getKey())) {
            return member.getValue() instanceof JsonString;
        }
        return !member.getKey().equals("status")
                || (member.getValue() instanceof JsonNumber number
                        && number.bigDecimalValue().compareTo(BigDecimal.valueOf(answer.status())) == 0);
    }

    /**
     * A link in the body, the {@code type} of a problem or a {@code Link} header with {@code rel=describedby}, that a reader
     * can follow: a URN is none.
     */
    void requireLinksToDocumentation() {
        Broken.unless(!links().isEmpty(), "There is no link to documentation in %s.", answer);
    }

    /** A problem (RFC 9457), or a link to what describes it. */
    void requireDescribesTheProblem() {
        Broken.unless(
                answer.mediaType().equals(PROBLEM) || !links().isEmpty(),
                "There is neither a problem nor a link in %s.",
                answer);
    }

    /** As in the draft's examples: problem, title, language. */
    void requireLooksLikeTheExample(String title) {
        boolean alike = answer.mediaType().equals(PROBLEM)
                && text("title").filter(title::equals).isPresent()
                && !answer.headers("Content-Language").isEmpty();
        Broken.unless(alike, "No problem with the title \"%s\" and a Content-Language: %s.", title, answer);
    }

    private Optional<String> text(String member) {
        return answer.json()
                .map(members -> members.get(member))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }

    private List<String> links() {
        List<String> found = new ArrayList<>();
        for (String value : answer.headers("Link")) {
            Matcher link = LINK.matcher(value);
            while (link.find()) {
                if (isDescribedBy(link.group(2))) {
                    found.add(link.group(1));
                }
            }
        }
        text("type").ifPresent(found::add);
        Matcher inBody = URL.matcher(answer.text());
        while (inBody.find()) {
            found.add(inBody.group());
        }
        return found.stream()
                .filter(link -> link.matches("(?i)https?://\\S+|/\\S*"))
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
