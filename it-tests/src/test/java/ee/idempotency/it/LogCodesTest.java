// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code means one thing: operators search and alert by it. */
@Requirement("O12")
class LogCodesTest {

    private static final Path ROOT = Path.of("..");

    /** As a message starts with it; comments that name a range or a code are none. */
    private static final Pattern IN_A_SOURCE = Pattern.compile("\"IDEM-(\\d{4}) ");

    private static final Pattern IN_A_ROW = Pattern.compile("(?m)^\\| IDEM-(\\d{4}) \\|");

    private static final Map<String, String> RANGES = Map.of(
            "core", "01",
            "ejb-module", "02",
            "jaxrs-filter", "03",
            "persistence", "0[45]",
            "liquibase", "06",
            "redis-tier", "07",
            "extensions", "08");

    @Test
    void eachCodeIsInOnePlaceOfTheSources() throws IOException {
        assertThat(codesOfSources()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void eachCodeHasItsRowAndEachRowItsCode() throws IOException {
        List<String> rows = codes(IN_A_ROW, Files.readString(ROOT.resolve("docs/messages.md")));
        assertThat(rows).isSorted().doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows)).isEqualTo(new TreeSet<>(codesOfSources()));
    }

    @Test
    void eachCodeIsInTheRangeOfItsModule() throws IOException {
        for (Path source : sources()) {
            String module = ROOT.relativize(source).getName(0).toString();
            for (String code : codes(IN_A_SOURCE, Files.readString(source))) {
                assertThat(code).as(source.toString()).matches(RANGES.getOrDefault(module, "none") + "\\d\\d");
            }
        }
    }

    private static List<String> codesOfSources() throws IOException {
        Stream.Builder<String> found = Stream.builder();
        for (Path source : sources()) {
            codes(IN_A_SOURCE, Files.readString(source)).forEach(found);
        }
        return found.build().toList();
    }

    private static List<String> codes(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 24)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && ROOT.relativize(file).toString().contains("src/main/java")
                            && !file.toString().contains("/target/"))
                    .toList();
        }
    }
}
