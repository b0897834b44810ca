// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.processor.IdempotencyProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every piece of Java in the documentation compiles, with the compile-time check: it is taken from its page, and put into the class that {@code
 * snippets/places.txt} has for it, where the types of the reader's application are. README's class has a test of its own.
 */
@Tag("all")
class SnippetsTest {

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern PLACE = Pattern.compile("(?ms)^=== (\\S+) (\\d+)\\n(.*?)(?=^=== |\\z)");
    private static final Pattern MARK = Pattern.compile("(?m)^ *//SNIPPET(?: (\\d+)-(\\d+))?$");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\n");

    /** Of modules that the container tests do not have, and of APIs that only a page needs. */
    private static final String SOURCES = "../extensions/webhooks/src/main/java:../extensions/outbox/src/main/java"
            + ":../testing/src/main/java:../extensions/client/src/main/java:src/test/resources/snippets/stubs";

    @TempDir
    Path classes;

    private static Map<String, List<String>> snippets() throws IOException {
        Map<String, List<String>> snippets = new LinkedHashMap<>();
        for (Path page : DocumentLinksTest.pages()) {
            List<String> found = SNIPPET.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult snippet) -> snippet.group(1))
                    .toList();
            for (int i = 0; i < found.size(); i++) {
                snippets.put(
                        page.getFileName().toString().replace(".md", " ") + i,
                        found.get(i).lines().toList());
            }
        }
        return snippets;
    }

    private static Map<String, String> places() throws IOException {
        Map<String, String> places = new LinkedHashMap<>();
        PLACE.matcher(Files.readString(Path.of("src/test/resources/snippets/places.txt")))
                .results()
                .forEach(place -> places.put(place.group(1) + " " + place.group(2), place.group(3)));
        return places;
    }

    @Test
    void eachHasItsPlace() throws IOException {
        assertThat(places().keySet())
                .containsExactlyInAnyOrderElementsOf(snippets().keySet());
    }

    @Test
    void eachCompiles() throws IOException {
        Map<String, List<String>> snippets = snippets();
        String prelude = Files.readString(Path.of("src/test/resources/snippets/prelude.txt"));
        List<JavaFileObject> sources = new ArrayList<>();
        places().forEach((name, place) -> sources.add(source(name, prelude, place, snippets.get(name))));
        assertThat(sources).hasSizeGreaterThan(20);

        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-parameters",
                "-implicit:none",
                "-nowarn",
                "-sourcepath",
                SOURCES,
                "-Aidempotency.name=off"); // each page is an application of its own
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, messages, options, null, sources);
        task.setProcessors(List.of(new IdempotencyProcessor()));
        boolean compiled = task.call();

        assertThat(compiled)
                .as(messages.getDiagnostics().stream()
                        .map(message -> message.getSource() + ":" + message.getLineNumber() + " "
                                + message.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n")))
                .isTrue();
    }

    private static JavaFileObject source(String name, String prelude, String place, List<String> snippet) {
        String type = "Snippet_" + name.replaceAll("\\W", "_");
        String body = MARK.matcher(place).replaceAll(mark -> Matcher.quoteReplacement(lines(mark, snippet)));
        String imports = IMPORT.matcher(body)
                .results()
                .map((MatchResult each) -> each.group())
                .collect(Collectors.joining());
        String text = prelude + imports + "class " + type + " {\n"
                + IMPORT.matcher(body).replaceAll("") + "}\n";
        return new SimpleJavaFileObject(URI.create("string:///pages/" + type + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** What a page leaves out, as dots, is not reached; a public class that it shows is one inside the place's. */
    private static String lines(MatchResult mark, List<String> snippet) {
        List<String> lines = mark.group(1) == null
                ? snippet
                : snippet.subList(Integer.parseInt(mark.group(1)) - 1, Integer.parseInt(mark.group(2)));
        return String.join("\n", lines).replace("{ ... }", "{ throw new UnsupportedOperationException(); }");
    }
}
