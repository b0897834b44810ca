// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.processor.Compilation.Report;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources whose lines say in a comment what is wrong with them, and one of which nothing is. */
@Requirement("A15")
class SeededMistakesTest {

    private static final Path SOURCES = Path.of("src/test/resources/mistakes");
    private static final String MARK = "//! ";
    private static final Set<String> ADVICE = Set.of("unnamed", "fingerprint", "newObject");

    private static Compilation compilation;

    @BeforeAll
    static void compile(@TempDir Path classes) throws IOException {
        compilation = Compilation.of(classes, sources());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    private static List<Report> seeded() throws IOException {
        List<Report> seeded = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                int mark = lines.get(i).indexOf(MARK);
                if (mark >= 0) {
                    for (String rule :
                            lines.get(i).substring(mark + MARK.length()).split(" ", -1)) {
                        seeded.add(new Report(source.getFileName().toString(), i + 1, rule, !ADVICE.contains(rule)));
                    }
                }
            }
        }
        return seeded;
    }

    @Test
    void eachIsFoundAtItsLineAndNothingElse() throws IOException {
        assertThat(seeded()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(compilation.reports()).containsExactlyInAnyOrderElementsOf(seeded());
    }

    @Test
    void theCompilationFailsAndSaysNothingOfItsOwn() {
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.messages()).hasSameSizeAs(compilation.reports());
    }
}
