// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static ee.idempotency.it.Modules.isIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import ee.idempotency.tck.Requirement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house rules: adapters and stores meet only in core; only a WAR names both. They hold for every module that the root's
 * pom lists. Which classes of others a module must not use is in its {@code src/forbidden-apis.txt}, and which artifacts
 * in its pom.
 */
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("ee.idempotency..internal..");

    /** What a module may use of ours besides core; a module that is not named may use core alone. */
    private static final Map<String, List<String>> MAY_USE =
            Map.of("core", List.of(), "conformance", List.of(), "liquibase", List.of());

    static List<String> modules() {
        return Modules.names();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void seesTheClassesItJudges(String module) {
        assertThat(Modules.classes(module)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesOnlyTheModulesItMay(String module) {
        DescribedPredicate<JavaClass> allowed = isIn(module);
        for (String other : MAY_USE.getOrDefault(module, List.of("core"))) {
            allowed = allowed.or(isIn(other));
        }
        noClasses()
                .should()
                .dependOnClassesThat(Modules.isOurs().and(DescribedPredicate.not(allowed)))
                .check(Modules.classes(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void internalsStayInside(String module) {
        noClasses()
                .that(DescribedPredicate.not(isIn(module)))
                .should()
                .dependOnClassesThat(isIn(module).and(INTERNAL))
                .check(Modules.classes());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noInternalTypeIsInASignatureOfTheApi(String module) {
        classes()
                .that(DescribedPredicate.not(INTERNAL))
                .should(new HavePlainSignatures(INTERNAL))
                .allowEmptyShould(true)
                .check(Modules.classes(module));
    }

    /** Of the packages below core's root; that the root closes no circle either is said by the two rules after this one. */
    @ParameterizedTest
    @MethodSource("modules")
    void packagesHaveNoCircles(String module) {
        slices().matching("ee.idempotency.(**)").should().beFreeOfCycles().check(Modules.classes(module));
    }

    /** A file can be read once those that it uses are known; in a circle there is none to begin with. */
    @ParameterizedTest
    @MethodSource("modules")
    void filesHaveNoCircles(String module) {
        slices().assignedFrom(new FilesAsSlices()).should().beFreeOfCycles().check(Modules.classes(module));
    }

    @Test
    void theRootOfCoreUsesOnlyItsInternals() {
        noClasses()
                .that(isIn("core"))
                .and()
                .resideInAPackage("ee.idempotency")
                .should()
                .dependOnClassesThat(resideInAPackage("ee.idempotency..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage("ee.idempotency", "ee.idempotency.internal"))))
                .check(Modules.classes("core"));
    }

    @Test
    void theInternalsOfCoreUseNothingOfIt() {
        noClasses()
                .that(isIn("core"))
                .and()
                .resideInAPackage("ee.idempotency.internal")
                .should()
                .dependOnClassesThat(resideInAPackage("ee.idempotency..")
                        .and(DescribedPredicate.not(resideInAPackage("ee.idempotency.internal"))))
                .check(Modules.classes("core"));
    }

    @Test
    void coreKnowsNoContainer() {
        classes()
                .should()
                .onlyDependOnClassesThat(isIn("core")
                        .or(JavaClass.Predicates.resideInAnyPackage(
                                "java..",
                                "javax.crypto..",
                                "org.jspecify..",
                                "jakarta.interceptor..",
                                "jakarta.enterprise.util..")))
                .check(Modules.classes("core"));
    }

    @Test
    void theFilterKnowsNoStore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ee.idempotency.memory..")
                .check(Modules.classes("jaxrs-filter"));
    }

    @Test
    void theConformanceKitKnowsNothingOfOurs() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "ee.idempotency.conformance..",
                        "jakarta.json..",
                        "java..",
                        "javax.net..",
                        "org.assertj..",
                        "org.jspecify..",
                        "org.junit..",
                        "org.opentest4j..")
                .check(Modules.classes("conformance"));
    }

    @Test
    @Requirement("C10")
    void theDurableStoreNeverAsksTheNodesClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName(
                        "DatabaseStartupCheck") // which compares the two clocks, and decides nothing by them
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat(DescribedPredicate.or(Stream.of(Clock.class, InstantSource.class, Date.class)
                        .map(JavaClass.Predicates::assignableTo)
                        .toList()))
                .check(Modules.classes("persistence"));
    }
}
