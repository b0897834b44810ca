// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starts of servers are what container tests cost: a class that does not share one says why, in its Javadoc. */
class OwnServersTest {

    private static final Path SOURCES = Path.of("src/test/java/ee/idempotency/it");

    private static final Predicate<String> STARTS = Pattern.compile(
                    "ServerKind\\.ofThisRun\\(\\)|ServerKind\\.values\\(\\)|OneNode\\.start\\(")
            .asPredicate();

    private static final Predicate<String> DEPLOYS_ANOTHER = Pattern.compile(
                    "@Deployment(?!.*Wars\\.withTests\\(\\))", Pattern.DOTALL)
            .asPredicate();

    /** Line breaks of a comment may be anywhere. */
    private static final Predicate<String> SAYS_WHY =
            Pattern.compile("servers?[\\s*]+of[\\s*]+its[\\s*]+own").asPredicate();

    @Test
    void aClassThatStartsAServerSaysWhy() throws IOException {
        List<String> starting = classesThat(STARTS.or(DEPLOYS_ANOTHER));

        assertThat(starting).hasSizeGreaterThan(5);
        assertThat(starting).containsExactlyInAnyOrderElementsOf(classesThat(SAYS_WHY));
    }

    /** All but the tests of faults, which share one cluster. */
    private static List<String> classesThat(Predicate<String> match) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("IT.java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("faults")))
                    .filter(file -> match.test(read(file)))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
