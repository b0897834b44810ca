// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The build's list of versions with published vulnerabilities stops a module that has one of them. */
@Tag("all")
class KnownVulnerabilitiesTest {

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>ee.idempotency</groupId>
                <artifactId>idempotency-parent</artifactId>
                <version>%s</version>
                <relativePath>../../../pom.xml</relativePath>
              </parent>
              <artifactId>vulnerable</artifactId>
              <packaging>pom</packaging>
              <dependencies>
                <dependency>
                  <groupId>org.apache.commons</groupId>
                  <artifactId>commons-lang3</artifactId>
                  <version>%s</version>
                </dependency>
              </dependencies>
            </project>
            """;

    /** Liquibase asks for it; so a build has it in its local repository. */
    private static final String VULNERABLE = "3.17.0";

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aListedVersionStopsTheBuild() throws Exception {
        Path module = Files.createDirectories(Path.of("target", "vulnerable"));
        Files.writeString(module.resolve("pom.xml"), MODULE.formatted(version(), VULNERABLE));

        String output = validate(module);

        assertThat(output)
                .contains("a version with a published vulnerability")
                .contains("org.apache.commons:commons-lang3:jar:" + VULNERABLE + " <--- banned")
                .contains("BUILD FAILURE");
    }

    /** This build's own. */
    private static String version() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        return pom.replaceFirst("(?s).*?<version>([^<]+)</version>.*", "$1");
    }

    private static String validate(Path module) throws IOException {
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-ntp", "validate"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Process maven = new ProcessBuilder(command)
                .directory(module.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
