// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A type is public outside of packages {@code internal} only for a reason, and docs/extending.md gives it. */
class PublicTypesTest {

    private static final Pattern SECTION = Pattern.compile("\n## Public types\n(.*?)(?=\n## |\\z)", Pattern.DOTALL);

    /** The second of three columns. */
    private static final Pattern TYPES = Pattern.compile("(?m)^\\|[^|]*\\|([^|]*)\\|[^|]+\\|$");

    private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

    @Test
    void eachHasItsReason() throws IOException {
        List<String> types = Modules.names().stream()
                .filter(module -> !module.equals("example")) // an application, which nobody depends on
                .flatMap(module -> Modules.classes(module).stream())
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !(type.getPackageName() + ".").contains(".internal."))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(types).as("what is public").hasSizeGreaterThan(100);
        assertThat(explained()).containsExactlyInAnyOrderElementsOf(types);
    }

    private static List<String> explained() throws IOException {
        String section = SECTION.matcher(Files.readString(Path.of("../docs/extending.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        return TYPES.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1))
                .flatMap(types -> TYPE.matcher(types).results().map((MatchResult type) -> type.group(1)))
                .toList();
    }
}
