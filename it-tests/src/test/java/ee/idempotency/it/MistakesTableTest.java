// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each mistake of the table in docs/reliability.md is a test that exists. */
class MistakesTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

    private final Map<String, String> tests = new HashMap<>();

    MistakesTableTest() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> found = files.filter(file -> file.toString().matches(".*src.test.java.*(Test|IT)\\.java"))
                    .toList();
            for (Path file : found) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    @Test
    void everyRowNamesATestThatExists() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/reliability.md")))
                .results()
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).group(1)).isEqualTo(Integer.toString(i + 1));
            if (!isTested(rows.get(i).group(2), i)) {
                wrong.add(rows.get(i).group());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** "the same" is the test of the row above. */
    private boolean isTested(String cell, int row) {
        List<MatchResult> named = TEST.matcher(cell).results().toList();
        return named.isEmpty()
                ? row > 0 && cell.equals("the same")
                : named.stream().allMatch(this::exists);
    }

    private boolean exists(MatchResult named) {
        String source = tests.get(named.group(1));
        return source != null && (named.group(2) == null || source.contains("void " + named.group(2) + "("));
    }
}
