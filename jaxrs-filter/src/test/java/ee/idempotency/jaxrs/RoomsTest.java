// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The packages of this module stand on one another: none reaches up. */
class RoomsTest {

    /** The module's own package is a slice of this pattern, too. */
    @Test
    void noPackageReachesItselfThroughOthers() throws Exception {
        Path main = Path.of(IdempotencyFeature.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        JavaClasses module = new ClassFileImporter().importPath(main);
        assertThat(module.stream().map(type -> type.getPackageName()).distinct())
                .contains("ee.idempotency.jaxrs", "ee.idempotency.jaxrs.internal.response");
        slices().matching("ee.idempotency.(**)").should().beFreeOfCycles().check(module);
    }
}
