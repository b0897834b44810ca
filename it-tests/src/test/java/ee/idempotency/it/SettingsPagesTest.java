// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ejb.internal.ModuleSettings;
import ee.idempotency.engine.EngineSettings;
import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting that a module reads is on a page of the documentation, and every one that a page has is read. */
class SettingsPagesTest {

    private static final Pattern NAME = Pattern.compile("`(idempotency\\.[a-z0-9.-]*[a-z0-9])(?:`|\\s?=)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ?(`[^|]*`) ?\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** An attribute, a metric, and a property of the conformance kit, which is no part of an application. */
    private static final Set<String> NO_SETTINGS =
            Set.of("idempotency.operation", "idempotency.lock.wait", "idempotency.conformance.file");

    private final Set<String> asked = new TreeSet<>();
    private final SettingsReader reader = new SettingsReader(name -> {
        asked.add(name);
        return null;
    });

    /** What every module asks for where nothing is set. */
    SettingsPagesTest() throws IOException {
        EngineSettings.read(reader);
        ModuleSettings.read(reader);
        try (URLClassLoader modules = modules()) {
            ServiceLoader.load(SettingsGroup.class, modules).forEach(group -> group.check(reader));
        }
    }

    /** Those too that the container tests do not have. */
    private static URLClassLoader modules() {
        return new URLClassLoader(
                Modules.names().stream().map(SettingsPagesTest::url).toArray(URL[]::new),
                SettingsPagesTest.class.getClassLoader());
    }

    private static URL url(String module) {
        try {
            return Path.of("..", module, "target", "classes").toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> pages() throws IOException {
        return DocumentLinksTest.pages().stream().map(SettingsPagesTest::text).toList();
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void eachThatIsReadHasARowInATable() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (String page : pages()) {
            ROW.matcher(page).results().map((MatchResult row) -> row.group(1)).forEach(cell -> addNames(cell, rows));
        }
        Set<String> missing = new TreeSet<>(asked);
        missing.removeAll(rows);
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    /** A cell may shorten the later names: {@code idempotency.issued.keys}, {@code .lifetime}. */
    private static void addNames(String cell, Set<String> names) {
        List<String> written = CODE.matcher(cell)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
        String first = written.get(0);
        names.add(first);
        for (String other : written.subList(1, written.size())) {
            names.add(other);
            for (int dot = first.indexOf('.'); dot >= 0 && other.startsWith("."); dot = first.indexOf('.', dot + 1)) {
                names.add(first.substring(0, dot) + other);
            }
        }
    }

    @Test
    void eachThatAPageNamesIsRead() throws IOException {
        Set<String> named = pages().stream()
                .flatMap(page -> NAME.matcher(page).results().map((MatchResult found) -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(60);
        named.removeAll(NO_SETTINGS);
        named.removeAll(asked);
        assertThat(named).isEmpty();
    }
}
