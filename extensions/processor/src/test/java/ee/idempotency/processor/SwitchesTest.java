// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.processor.Compilation.Report;
import ee.idempotency.processor.internal.Switches;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("A15")
class SwitchesTest {

    private static final Path CALLS = Path.of("src/test/resources/mistakes/Calls.java");

    @TempDir
    Path classes;

    private Compilation compile(String... options) throws IOException {
        return Compilation.of(classes, List.of(CALLS), options);
    }

    @Test
    void aRuleThatIsOffReportsNothing() throws IOException {
        Compilation compilation = compile("-Aidempotency.selfCall=off", "-Aidempotency.newObject=off");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.succeeded()).isTrue();
    }

    @Test
    void aRuleThatWarnsLetsTheCompilationPass() throws IOException {
        Compilation compilation = compile("-Aidempotency.selfCall=warning");
        assertThat(compilation.reports()).isNotEmpty().noneMatch(Report::isError);
        assertThat(compilation.succeeded()).isTrue();
    }

    @Test
    void aWarningMayBeMadeAnError() throws IOException {
        Compilation compilation = compile("-Aidempotency.selfCall=off", "-Aidempotency.newObject=error");
        assertThat(compilation.reports()).hasSize(1).allMatch(Report::isError);
        assertThat(compilation.succeeded()).isFalse();
    }

    @Test
    void anOptionThatCannotBeReadFailsTheCompilation() throws IOException {
        Compilation compilation = compile("-Aidempotency.selfCall=no", "-Aidempotency.selfcall=off");
        assertThat(compilation.messages())
                .extracting(message -> message.getMessage(Locale.ROOT))
                .anyMatch(text -> text.contains("-Aidempotency.selfCall=no: must be off, warning or error"))
                .anyMatch(text -> text.contains("-Aidempotency.selfcall: there is no such rule"));
        assertThat(compilation.succeeded()).isFalse();
    }

    /** The compiler takes no other names for options. */
    @Test
    void namesOfOptionsAreIdentifiers() {
        assertThat(Switches.options()).isNotEmpty().allMatch(option -> option.matches("idempotency\\.[a-zA-Z]+"));
    }

    @Test
    void eachRuleIsDocumentedWithItsLevel() throws IOException {
        Map<String, String> documented = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| (\\w+) \\|$")
                .matcher(Files.readString(Path.of("../../docs/compile-time.md")))
                .results()
                .collect(Collectors.toMap((MatchResult row) -> "idempotency." + row.group(1), row -> row.group(2)));
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(Switches.usual());
    }
}
