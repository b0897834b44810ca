// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules: adapters and stores meet only in core; only a WAR names both. */
class ArchitectureTest {

    private static final String[] CORE = {
        "ee.idempotency",
        "ee.idempotency.spi..",
        "ee.idempotency.engine..",
        "ee.idempotency.memory..",
        "ee.idempotency.operation..",
        "ee.idempotency.settings..",
        "ee.idempotency.store..",
        "ee.idempotency.internal.."
    };

    private static final String PERSISTENCE = "ee.idempotency.persistence..";
    private static final String LIQUIBASE = "ee.idempotency.liquibase..";
    private static final String REDIS = "ee.idempotency.redis..";
    private static final String JAXRS = "ee.idempotency.jaxrs..";
    private static final String EJB = "ee.idempotency.ejb..";
    private static final String CONFORMANCE = "ee.idempotency.conformance..";
    private static final String EXAMPLE = "ee.idempotency.example..";

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("ee/idempotency/tck"))
            .importPackages("ee.idempotency");

    private static final JavaClasses APPLICATION =
            new ClassFileImporter().importPath(Path.of(System.getProperty("example.classes")));

    @ParameterizedTest
    @ValueSource(strings = {"spi", "engine", "operation", "persistence", "liquibase", "jaxrs", "ejb", "redis", "conformance"})
    void seesTheClassesItJudges(String module) {
        assertThat(LIBRARY.stream().map(type -> type.getPackageName()))
                .anyMatch(name -> name.startsWith("ee.idempotency." + module));
        assertThat(APPLICATION).isNotEmpty();
    }

    @Test
    void coreKnowsNoContainer() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(CORE),
                                Stream.of(
                                        "java..",
                                        "org.jspecify..",
                                        "jakarta.interceptor..",
                                        "jakarta.enterprise.util.."))
                        .toArray(String[]::new))
                .check(LIBRARY);
    }

    @Test
    void persistenceKnowsNoAdapter() {
        noClasses()
                .that()
                .resideInAPackage(PERSISTENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.ejb..", "liquibase..", LIQUIBASE, REDIS, JAXRS, EJB)
                .check(LIBRARY);
    }

    @Test
    void theRedisTierKnowsNoAdapterAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(REDIS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.hibernate..", "liquibase..", PERSISTENCE, LIQUIBASE, JAXRS, EJB)
                .check(LIBRARY);
    }

    @Test
    void liquibaseKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(LIQUIBASE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of(CORE), Stream.of(PERSISTENCE, JAXRS, EJB))
                        .toArray(String[]::new))
                .check(LIBRARY);
    }

    @Test
    void theFilterKnowsNoStoreAndNoEjb() {
        noClasses()
                .that()
                .resideInAPackage(JAXRS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.ejb..",
                        "org.hibernate..",
                        "ee.idempotency.memory..",
        "ee.idempotency.operation..",
                        PERSISTENCE,
                        LIQUIBASE,
                        REDIS,
                        EJB)
                .check(LIBRARY);
    }

    @Test
    void theInterceptorKnowsNoHttpAndNoDatabase() {
        noClasses()
                .that()
                .resideInAPackage(EJB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        PERSISTENCE,
                        LIQUIBASE,
                        REDIS,
                        JAXRS)
                .check(LIBRARY);
    }

    @Test
    void theConformanceKitKnowsNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage(CONFORMANCE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CONFORMANCE,
                        "java..",
                        "javax.net..",
                        "org.assertj..",
                        "org.jspecify..",
                        "org.junit..",
                        "org.opentest4j..")
                .check(LIBRARY);
    }

    @Test
    void theExampleUsesOnlyWhatUsersMay() {
        noClasses()
                .that()
                .resideInAPackage(EXAMPLE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ee.idempotency..internal..", "ee.idempotency.internal..")
                .check(APPLICATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"persistence", "liquibase", "jaxrs", "ejb", "redis"})
    void internalsStayInside(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("ee.idempotency." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ee.idempotency." + module + ".internal..")
                .check(LIBRARY);
    }

    @Test
    void internalsOfCoreStayInCore() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ee.idempotency.internal..")
                .check(LIBRARY);
    }

    @Test
    @Requirement("C10")
    void theDurableStoreNeverAsksTheNodesClock() {
        noClasses()
                .that()
                .resideInAPackage(PERSISTENCE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(LIBRARY);
    }

    @Test
    void adaptersDoNotDependOnEachOtherInCircles() {
        slices().matching("ee.idempotency.(persistence|liquibase|jaxrs|ejb)..")
                .should()
                .notDependOnEachOther()
                .check(LIBRARY);
    }
}
