// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer copies from the README is right: it is taken from there, not repeated here. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>ee\\.idempotency</groupId>\\s*<artifactId>([a-z-]+)</artifactId>");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>((?:hibernate|liquibase)-core)</artifactId>\\s*<version>([^<]+)</version>");

    /** Compiled by the options of its pom: without names of parameters the deployment would stop. */
    @Test
    void itsClassCompilesAndKeepsTheNamesItsExpressionNeeds(@TempDir Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        List<String> options =
                new ArrayList<>(List.of("-d", classes.toString(), "-Xlint:all", "-Werror", "-proc:none"));
        if (block("xml pom").contains("<maven.compiler.parameters>true<")) {
            options.add("-parameters");
        }
        boolean compiled = compiler.getTask(problems, null, null, options, null, List.of(source()))
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Method send = loader.loadClass("shop.Orders$Receipts").getMethod("send", String.class, String.class);
            assertThat(send.getParameters()).extracting(Parameter::getName).containsExactly("orderId", "to");
        }
    }

    @Test
    void theDependenciesItNamesHaveVersionsInTheBom() throws IOException {
        assertThat(bom())
                .containsAll(artifacts(block("xml pom")).stream()
                        .filter(artifact -> !artifact.equals("idempotency-bom"))
                        .toList());
    }

    @Test
    void theBomListsEveryModuleThatUsersAddAndHasTheirVersion() throws IOException {
        assertThat(bom())
                .containsAll(Modules.names().stream()
                        .filter(module -> !module.equals("example"))
                        .map(module -> "idempotency-" + Path.of(module).getFileName())
                        .toList());
        Pattern version = Pattern.compile("</artifactId>\\s*<version>([^<]+)</version>");
        assertThat(first(version, Files.readString(ROOT.resolve("bom/pom.xml"))))
                .isEqualTo(first(version, Files.readString(ROOT.resolve("pom.xml"))));
    }

    @Test
    void itsVersionsOfHibernateAndLiquibaseAreThoseOfTheTests() throws IOException {
        String properties = Files.readString(ROOT.resolve("pom.xml"));
        List<MatchResult> versions = VERSION.matcher(block("xml pom")).results().toList();
        assertThat(versions).hasSize(2);
        for (MatchResult version : versions) {
            String name = version.group(1).substring(0, version.group(1).indexOf('-'));
            assertThat(properties).contains("<" + name + ".version>" + version.group(2) + "<");
        }
    }

    private static JavaFileObject source() throws IOException {
        String text = block("java Orders");
        return new SimpleJavaFileObject(URI.create("string:///shop/Orders.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Set<String> bom() throws IOException {
        return artifacts(Files.readString(ROOT.resolve("bom/pom.xml")));
    }

    private static Set<String> artifacts(String pom) {
        Set<String> artifacts = new TreeSet<>();
        ARTIFACT.matcher(pom).results().forEach(found -> artifacts.add(found.group(1)));
        return artifacts;
    }

    private static String block(String name) throws IOException {
        return first(
                Pattern.compile("```" + name + "\n(.*?)```", Pattern.DOTALL),
                Files.readString(ROOT.resolve("README.md")));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
