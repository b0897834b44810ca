// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The modules with main code of this build, as the root's pom lists them, and which class is in which. */
final class Modules {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> NAMES = names();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(NAMES.stream().map(Modules::classesOf).toList());

    private Modules() {}

    /** Their folders. */
    static List<String> names() {
        try {
            return Pattern.compile("<module>([^<]+)</module>")
                    .matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map((MatchResult module) -> module.group(1))
                    .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve("src/main/java")))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The main classes of all modules. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** Those of one. */
    static JavaClasses classes(String module) {
        return CLASSES.that(isIn(module));
    }

    /** Whether a class is a main class of that module. */
    static DescribedPredicate<JavaClass> isIn(String module) {
        String location = classesOf(module).toUri().toString();
        return DescribedPredicate.describe(
                "are in " + module,
                type -> type.getBaseComponentType()
                        .getSource()
                        .map(source -> source.getUri().toString().startsWith(location))
                        .orElse(false));
    }

    /** Whether a class is a main class of any module. */
    static DescribedPredicate<JavaClass> isOurs() {
        return DescribedPredicate.or(NAMES.stream().map(Modules::isIn).toList());
    }

    private static Path classesOf(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }
}
